/** As near as a volunteer is told before claiming: <200m, 200–500m, 0.5–1km, >1km. Words: messages `places.distance`. */
export const distanceBands = ['under_200m', 'from_200m', 'from_500m', 'over_1km'] as const;
export type DistanceBand = (typeof distanceBands)[number];

/** The band of a distance in metres: near enough to choose by, too wide to find a door. A lower bound belongs to its band. */
export function distanceBand(metres: number): DistanceBand {
  if (metres < 200) return 'under_200m';
  if (metres < 500) return 'from_200m';
  return metres <= 1000 ? 'from_500m' : 'over_1km';
}
