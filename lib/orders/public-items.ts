/**
 * The items whose closed orders may be told to everybody (办结公开). Closed by default: an item stands here only where
 * what was done lies outdoors or in parts of a house that all use, so that quarter, month and result point to nobody.
 */
export const publicItems: readonly string[] = [
  // 01: only the disinfection of public areas. Isolation, checkpoints and visits are about somebody's health.
  '0103',
  // 03: streets, walls and stairs. Not the duty shifts (0304) and not the assessment of units (0305).
  '0301',
  '0302',
  '0303',
  // 04: refuse and greenery.
  '0401',
  '0402',
  '0403',
  // 05: what all owners share. Complaints about a firm (0503) and the owners' fund (0504) name a side.
  '0501',
  '0502',
  // 06: lamps, manholes, exercise places, roads.
  '0601',
  '0602',
  '0603',
  '0604',
  // 07: mains. Gas (0703) and heating (0704) are looked at inside somebody's home.
  '0701',
  '0702',
  // 08: lanes and charging. A car to be moved (0802) has an owner, fees and spaces (0803) have two sides.
  '0801',
  '0804',
  // 12: hazards in common places. Let rooms (1202) and unsafe houses (1203) are homes; patrols (1204) are shifts.
  '1201',
  // 15: dust and rivers. Fumes and noise (1503) are between neighbours.
  '1501',
  '1502',
  // 02, 09, 10, 11, 13, 14: a business, an elder, relief, a dispute, papers, an opinion. Always somebody's own.
];
