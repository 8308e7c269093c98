import { z } from 'zod';
import type { Folder, Row } from './folder';
import type { Notebook } from './mistakes';

type Ring = [lat: number, lng: number][];

const position = z.tuple([z.number(), z.number()], z.number());
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)).length(1) });
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.looseObject({ code: z.string().optional() }).nullable(),
  geometry: polygon,
});
const geoJson = z.union([
  polygon,
  feature,
  z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
]);

/** Both notations close a ring by its first corner again and put the longitude first; ours does neither. */
function ringOf(corners: readonly (readonly number[])[]): Ring {
  const ring = corners.map(([lng = Number.NaN, lat = Number.NaN]): [number, number] => [lat, lng]);
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring.slice(0, -1) : ring;
}

function readWkt(text: string): Ring | null {
  const inside = /^POLYGON\s*\(\s*\(([^()]+)\)\s*\)$/i.exec(text)?.[1];
  if (inside === undefined) return null;
  const corners = inside.split(',').map((corner) => corner.trim().split(/\s+/).map(Number));
  return corners.every((corner) => corner.length === 2 && corner.every(Number.isFinite)) ? ringOf(corners) : null;
}

function readGeoJson(text: string, code: string): Ring | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = geoJson.safeParse(value);
  if (!read.success) return null;
  const shape =
    read.data.type === 'FeatureCollection'
      ? read.data.features.find((one) => one.properties?.code === code)?.geometry
      : read.data.type === 'Feature'
        ? read.data.geometry
        : read.data;
  return shape ? ringOf(shape.coordinates[0] ?? []) : null;
}

/** The ring of an area: `POLYGON ((lng lat, …))`, or the name of a GeoJSON file in the folder (a collection is looked up by `properties.code`). */
export function readPolygon(row: Row, folder: Folder, notes: Notebook): Ring | undefined {
  const typed = row.get('polygon');
  if (typed === '') return undefined;
  if (!/\.(geo)?json$/i.test(typed)) {
    const ring = readWkt(typed);
    const en = 'cannot be read; write POLYGON ((117.1 34.2, …)) without holes, or the name of a GeoJSON file';
    if (!ring) notes.note(row, 'polygon', '读不懂：写 POLYGON ((117.1 34.2, …))（不带洞），或 GeoJSON 文件名', en);
    return ring ?? undefined;
  }
  const text = folder.text(typed);
  if (text === null) {
    notes.note(row, 'polygon', `文件夹里没有 ${typed}`, `there is no readable ${typed} in the folder`);
    return undefined;
  }
  const ring = readGeoJson(text, row.get('code'));
  if (!ring) {
    const en = `${typed} has no polygon without holes for this code (properties.code)`;
    notes.note(row, 'polygon', `${typed} 里没有这个区划码的多边形（properties.code，不带洞）`, en);
  }
  return ring ?? undefined;
}
