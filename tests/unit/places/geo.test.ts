import { describe, expect, it } from 'vitest';
import {
  boundingBox,
  distanceMetres,
  fromMetres,
  type LatLng,
  locateInRings,
  pointInRing,
  type Ring,
  ringCentre,
  shareEdge,
  toMetres,
} from '@/lib/kernel/geo';

const anchor = { lat: 34.3, lng: 117.33 };

function rectangle(x0: number, y0: number, x1: number, y1: number): Ring {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => {
    const { lat, lng } = fromMetres({ x, y }, anchor);
    return [lat, lng] as const;
  });
}

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The oracle: how often the ring turns around the point, by summing angles; nothing in common with ray casting. */
function windingNumber(point: LatLng, ring: Ring): number {
  let turn = 0;
  for (let i = 0; i < ring.length; i++) {
    const [aLat, aLng] = ring[i] ?? [0, 0];
    const [bLat, bLng] = ring[(i + 1) % ring.length] ?? [0, 0];
    const from = Math.atan2(aLat - point.lat, aLng - point.lng);
    const to = Math.atan2(bLat - point.lat, bLng - point.lng);
    let step = to - from;
    if (step > Math.PI) step -= 2 * Math.PI;
    if (step < -Math.PI) step += 2 * Math.PI;
    turn += step;
  }
  return Math.round(turn / (2 * Math.PI));
}

/** A star-shaped, mostly concave ring around the anchor. */
function star(random: () => number): Ring {
  const corners = 5 + Math.floor(random() * 12);
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((i + random() * 0.8) / corners) * 2 * Math.PI;
    const radius = 50 + random() * 450;
    const { lat, lng } = fromMetres({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) }, anchor);
    return [lat, lng] as const;
  });
}

describe('metres and degrees', () => {
  it('come back to where they started', () => {
    for (const at of [
      { x: 0, y: 0 },
      { x: -500, y: 400 },
      { x: 123.4, y: -480 },
    ]) {
      const back = toMetres(fromMetres(at, anchor), anchor);
      expect(back.x).toBeCloseTo(at.x, 1);
      expect(back.y).toBeCloseTo(at.y, 1);
    }
  });

  it('agree with the great circle within a centimetre over a community', () => {
    const a = fromMetres({ x: -500, y: 400 }, anchor);
    const b = fromMetres({ x: 500, y: -480 }, anchor);
    expect(distanceMetres(a, b)).toBeCloseTo(Math.hypot(1000, 880), 1);
    expect(distanceMetres(a, a)).toBe(0);
  });

  it('know a long distance (Xuzhou to Tianjin, about 540 km)', () => {
    const metres = distanceMetres({ lat: 34.2618, lng: 117.1848 }, { lat: 39.0842, lng: 117.2009 });
    expect(metres).toBeGreaterThan(535_000);
    expect(metres).toBeLessThan(538_000);
  });
});

describe('pointInRing', () => {
  it('agrees with a winding number on random points in random concave rings', () => {
    const random = randomFrom(20240115);
    let inside = 0;
    for (let round = 0; round < 60; round++) {
      const ring = star(random);
      for (let i = 0; i < 100; i++) {
        const point = fromMetres({ x: (random() - 0.5) * 1100, y: (random() - 0.5) * 1100 }, anchor);
        const where = pointInRing(point, ring);
        if (where === 'edge') continue;
        expect(where === 'inside', JSON.stringify({ point, ring })).toBe(windingNumber(point, ring) !== 0);
        if (where === 'inside') inside++;
      }
    }
    // Otherwise the comparison would have compared nothing.
    expect(inside).toBeGreaterThan(500);
  });

  it('calls corners and sides an edge, also slanted ones', () => {
    const ring: Ring = [
      [34.3, 117.33],
      [34.301, 117.332],
      [34.304, 117.331],
    ];
    for (const [lat, lng] of ring) expect(pointInRing({ lat, lng }, ring)).toBe('edge');
    expect(pointInRing({ lat: 34.3005, lng: 117.331 }, ring)).toBe('edge');
    expect(pointInRing({ lat: 34.3015, lng: 117.331 }, ring)).toBe('inside');
    expect(pointInRing({ lat: 34.3004, lng: 117.331 }, ring)).toBe('outside');
  });

  it('is not misled by a ray through a corner', () => {
    const diamond: Ring = [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ];
    expect(pointInRing({ lat: 0, lng: -0.5 }, diamond)).toBe('inside');
    expect(pointInRing({ lat: 0, lng: -1.5 }, diamond)).toBe('outside');
    expect(pointInRing({ lat: 1, lng: -0.5 }, diamond)).toBe('outside');
  });

  it('holds nothing in a ring of fewer than three corners', () => {
    expect(pointInRing(anchor, [])).toBe('outside');
    expect(
      pointInRing(anchor, [
        [34.3, 117.33],
        [34.3, 117.34],
      ]),
    ).toBe('outside');
  });
});

describe('locateInRings', () => {
  const west = { code: 'b', ring: rectangle(-100, 0, 0, 100) };
  const east = { code: 'a', ring: rectangle(0, 0, 100, 100) };

  it('gives a point on a shared side to one of them, whatever the order', () => {
    for (let y = 0; y <= 100; y += 5) {
      const point = fromMetres({ x: 0, y }, anchor);
      expect(locateInRings(point, [west, east])?.code).toBe('a');
      expect(locateInRings(point, [east, west])?.code).toBe('a');
    }
  });

  it('prefers an interior to an edge', () => {
    const drawnTooWide = { code: 'c', ring: rectangle(-50, 0, 100, 100) };
    const point = fromMetres({ x: 0, y: 50 }, anchor);
    expect(locateInRings(point, [east, drawnTooWide])?.code).toBe('c');
  });

  it('keeps the outer border and nothing beyond it', () => {
    expect(locateInRings(fromMetres({ x: -100, y: 100 }, anchor), [west, east])?.code).toBe('b');
    expect(locateInRings(fromMetres({ x: -100.1, y: 100 }, anchor), [west, east])).toBeNull();
    expect(locateInRings(anchor, [])).toBeNull();
  });
});

describe('shareEdge', () => {
  it('knows a side, a part of a side, and not a corner', () => {
    const cell = rectangle(0, 0, 100, 100);
    expect(shareEdge(cell, rectangle(100, 0, 200, 100))).toBe(true);
    expect(shareEdge(cell, rectangle(100, 60, 200, 300))).toBe(true);
    expect(shareEdge(cell, rectangle(100, 100, 200, 200))).toBe(false);
    expect(shareEdge(cell, rectangle(101, 0, 200, 100))).toBe(false);
    expect(shareEdge(cell, rectangle(200, 0, 300, 100))).toBe(false);
    expect(shareEdge(cell, [])).toBe(false);
  });
});

describe('ring measures', () => {
  it('bound a ring and find its centre', () => {
    const ring = rectangle(-500, -400, 0, 0);
    const centre = toMetres(ringCentre(ring), anchor);
    expect(centre.x).toBeCloseTo(-250, 1);
    expect(centre.y).toBeCloseTo(-200, 1);
    const box = boundingBox(ring);
    expect(box?.maxLat).toBe(34.3);
    expect(box?.maxLng).toBe(117.33);
    expect(boundingBox([])).toBeNull();
  });

  it('weigh the area of a ring, not its corners', () => {
    const withExtraCorners: Ring = [...rectangle(0, 0, 100, 100), ...rectangle(0, 0, 10, 10).slice(3)];
    expect(toMetres(ringCentre(withExtraCorners), anchor).x).toBeCloseTo(50, 0);
    expect(ringCentre([[34.3, 117.33]])).toEqual({ lat: 34.3, lng: 117.33 });
  });
});
