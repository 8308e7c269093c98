import { type Fields, one } from './fields';

const ofPlace: readonly string[] = ['area', 'point', 'address', 'detail', 'here', 'lat', 'lng'];

interface Slip {
  code: string;
  /** On what it hangs, where that is known. */
  areaCode?: string;
}

/** Whether another place was named before. A building that was chosen beside a slip was meant instead of it. */
export function isElsewhere(fields: Fields, slip: Slip): boolean {
  const [area, point] = [one(fields, 'area'), one(fields, 'point')];
  if (area) return area !== slip.areaCode;
  return one(fields, 'address') !== undefined || (point !== undefined && point !== slip.code);
}

/**
 * A slip that was scanned now is nearer than the place of a report that was begun before, of which everything else stays.
 * The spot in a building goes with the building: in another one it would send somebody to a stranger's door.
 */
export function atSlip(fields: Fields, slip: Slip): Fields {
  const rest = Object.entries(fields).filter(([name]) => !ofPlace.includes(name));
  const { detail } = fields;
  const isKept = detail !== undefined && !isElsewhere(fields, slip);
  return { ...Object.fromEntries(rest), point: slip.code, ...(isKept && { detail }) };
}
