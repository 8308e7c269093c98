import { type LatLng, type Ring, ringCentre, toMetres } from '@/lib/kernel/geo';

export interface BlockMapCell {
  code: string;
  /** `M x y L x y … Z` in units of the view box. */
  path: string;
  /** Where its name may stand. */
  label: { x: number; y: number };
}

export interface BlockMap {
  viewBox: string;
  cells: BlockMapCell[];
  /** How many metres one unit of the view box is. */
  metresPerUnit: number;
  /** A position on the map, also one outside the cells. */
  project(point: LatLng): { x: number; y: number };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/**
 * Draws cells as SVG paths that fill a view box of the given size, north up, true to scale. A sketch of blocks, no
 * boundary: whoever shows it writes 示意图,不作边界依据 below it (地图管理条例 15). Null when nothing is drawn yet.
 */
export function blockMap(
  cells: readonly { code: string; ring: Ring }[],
  size: { width: number; height: number; padding?: number },
): BlockMap | null {
  const drawn = cells.filter((cell) => cell.ring.length >= 3);
  const corners = drawn.flatMap((cell) => cell.ring.map(([lat, lng]) => ({ lat, lng })));
  const anchor = corners[0];
  if (!anchor) return null;
  const flat = corners.map((corner) => toMetres(corner, anchor));
  const west = Math.min(...flat.map((m) => m.x));
  const north = Math.max(...flat.map((m) => m.y));
  const width = Math.max(...flat.map((m) => m.x)) - west;
  const height = north - Math.min(...flat.map((m) => m.y));
  const padding = size.padding ?? 0;
  const scale = Math.min((size.width - 2 * padding) / width, (size.height - 2 * padding) / height);
  // Centred in what the scale leaves over.
  const left = (size.width - width * scale) / 2;
  const top = (size.height - height * scale) / 2;
  const project = (point: LatLng) => {
    const m = toMetres(point, anchor);
    return { x: tenth(left + (m.x - west) * scale), y: tenth(top + (north - m.y) * scale) };
  };
  return {
    viewBox: `0 0 ${size.width} ${size.height}`,
    cells: drawn.map(({ code, ring }) => ({
      code,
      path: `M${ring
        .map(([lat, lng]) => project({ lat, lng }))
        .map(({ x, y }) => `${x} ${y}`)
        .join('L')}Z`,
      label: project(ringCentre(ring)),
    })),
    metresPerUnit: 1 / scale,
    project,
  };
}
