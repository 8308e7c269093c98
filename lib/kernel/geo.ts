/** WGS 84 degrees. */
export interface LatLng {
  lat: number;
  lng: number;
}

/** Metres east (x) and north (y) of an anchor. */
export interface Metres {
  x: number;
  y: number;
}

/** The corners of an area as `[lat, lng]`, in order, without repeating the first. */
export type Ring = readonly (readonly [lat: number, lng: number])[];

export interface BoundingBox {
  minLat: number;
  maxLat: number;
  minLng: number;
  maxLng: number;
}

const metresPerDegree = (6_371_008.8 * Math.PI) / 180;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

// About a tenth of a millimetre: far below what anyone draws, far above what doubles lose on these values.
export const edgeToleranceDegrees = 1e-9;

/** Equirectangular: below 5 km around the anchor the error stays under 0.01 %. */
export function toMetres(point: LatLng, anchor: LatLng): Metres {
  return {
    x: (point.lng - anchor.lng) * metresPerDegree * Math.cos(radians(anchor.lat)),
    y: (point.lat - anchor.lat) * metresPerDegree,
  };
}

/** The inverse of `toMetres`, rounded to seven decimals (a centimetre) so that equal metres give equal degrees. */
export function fromMetres(at: Metres, anchor: LatLng): LatLng {
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return {
    lat: round(anchor.lat + at.y / metresPerDegree),
    lng: round(anchor.lng + at.x / (metresPerDegree * Math.cos(radians(anchor.lat)))),
  };
}

/** Great-circle distance in metres. */
export function distanceMetres(a: LatLng, b: LatLng): number {
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The smallest upright rectangle around the ring; null for a ring without corners. */
export function boundingBox(ring: Ring): BoundingBox | null {
  if (ring.length === 0) return null;
  const lats = ring.map(([lat]) => lat);
  const lngs = ring.map(([, lng]) => lng);
  return {
    minLat: Math.min(...lats),
    maxLat: Math.max(...lats),
    minLng: Math.min(...lngs),
    maxLng: Math.max(...lngs),
  };
}

/** The sides of a ring as pairs of corners, the closing side included. */
function sides(ring: Ring): [from: LatLng, to: LatLng][] {
  const corners = ring.map(([lat, lng]) => ({ lat, lng }));
  return corners.map((from, i) => [from, corners[(i + 1) % corners.length] ?? from]);
}

/** How far along and how far off a side a point lies, as fractions of degrees; the plane is lng × lat. */
function offSide(point: LatLng, from: LatLng, to: LatLng): number {
  const dx = to.lng - from.lng;
  const dy = to.lat - from.lat;
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((point.lng - from.lng) * dx + (point.lat - from.lat) * dy) / length));
  return Math.hypot(point.lng - (from.lng + along * dx), point.lat - (from.lat + along * dy));
}

/**
 * Where a point lies: bounding box first, then the sides, then ray casting (even–odd). Corners and sides are `edge`,
 * so that whoever has several rings can decide once and always alike to which of them a shared side belongs.
 */
export function pointInRing(point: LatLng, ring: Ring): 'inside' | 'edge' | 'outside' {
  const box = boundingBox(ring);
  if (box === null || ring.length < 3) return 'outside';
  const t = edgeToleranceDegrees;
  if (point.lat < box.minLat - t || point.lat > box.maxLat + t) return 'outside';
  if (point.lng < box.minLng - t || point.lng > box.maxLng + t) return 'outside';
  let inside = false;
  for (const [a, b] of sides(ring)) {
    if (offSide(point, a, b) <= t) return 'edge';
    if (a.lat > point.lat !== b.lat > point.lat) {
      const crossing = a.lng + ((point.lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng);
      if (point.lng < crossing) inside = !inside;
    }
  }
  return inside ? 'inside' : 'outside';
}

/**
 * Which of the areas holds the point. An interior wins over an edge, and among equals the smallest code, so a point on
 * a shared side always goes to the same one; null when it lies in none.
 */
export function locateInRings<T extends { code: string; ring: Ring }>(point: LatLng, areas: readonly T[]): T | null {
  let found: { area: T; edge: boolean } | null = null;
  for (const area of areas) {
    const where = pointInRing(point, area.ring);
    if (where === 'outside') continue;
    const edge = where === 'edge';
    const better = found === null || (found.edge && !edge) || (found.edge === edge && area.code < found.area.code);
    if (better) found = { area, edge };
  }
  return found?.area ?? null;
}

/** Whether two rings run along the same line for at least `minMetres`; touching in a corner is not sharing an edge. */
export function shareEdge(a: Ring, b: Ring, minMetres = 1): boolean {
  const first = a[0];
  if (!first) return false;
  const anchor = { lat: first[0], lng: first[1] };
  const inMetres = (ring: Ring) =>
    sides(ring).map(([from, to]) => [toMetres(from, anchor), toMetres(to, anchor)] as const);
  const others = inMetres(b);
  return inMetres(a).some(([p, q]) => others.some(([r, s]) => overlapMetres(p, q, r, s) >= minMetres));
}

/** The length of what two sides have in common; 0 unless they lie on one line, half a metre taken as one line. */
function overlapMetres(p: Metres, q: Metres, r: Metres, s: Metres): number {
  const length = Math.hypot(q.x - p.x, q.y - p.y);
  if (length === 0) return 0;
  const ux = (q.x - p.x) / length;
  const uy = (q.y - p.y) / length;
  const off = (m: Metres) => Math.abs((m.x - p.x) * uy - (m.y - p.y) * ux);
  if (off(r) > 0.5 || off(s) > 0.5) return 0;
  const along = (m: Metres) => (m.x - p.x) * ux + (m.y - p.y) * uy;
  return Math.min(length, Math.max(along(r), along(s))) - Math.max(0, Math.min(along(r), along(s)));
}

/** The centre of gravity of the ring's area (of its corners where it has no area). */
export function ringCentre(ring: Ring): LatLng {
  const first = ring[0];
  if (!first) throw new RangeError('a ring without corners has no centre');
  const anchor = { lat: first[0], lng: first[1] };
  let twice = 0;
  let x = 0;
  let y = 0;
  for (const [from, to] of sides(ring)) {
    const [a, b] = [toMetres(from, anchor), toMetres(to, anchor)];
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  if (Math.abs(twice) < 1e-6) {
    const mean = (pick: (corner: Ring[number]) => number) => ring.reduce((sum, c) => sum + pick(c), 0) / ring.length;
    return { lat: mean(([lat]) => lat), lng: mean(([, lng]) => lng) };
  }
  return fromMetres({ x: x / (3 * twice), y: y / (3 * twice) }, anchor);
}
