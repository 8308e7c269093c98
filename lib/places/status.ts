/**
 * The levels of the area tree. National units keep their codes (2, 4, 6, 9, 12 digits); a `zone` is a development zone,
 * of six digits where it stands beside districts (320371) and of nine where it stands beside streets (120116400).
 */
export const areaKinds = [
  'province',
  'city',
  'district',
  'zone',
  'street',
  'community',
  'quarter',
  'grid_cell',
  'special_cell',
  'building',
  'stair',
  'household',
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** 综合网格 and 专属网格: what a grid worker, an order and a branch stand for. */
export const cellKinds = ['grid_cell', 'special_cell'] as const satisfies readonly AreaKind[];

/** By which law the committee is elected (村民 or 居民); the rule packs of deliberation hang on it. */
export const legalForms = ['villager', 'resident'] as const;
export type LegalForm = (typeof legalForms)[number];

/** What a QR slip may hang on. */
export const pointKinds = ['building', 'lamp', 'gate'] as const;
export type PointKind = (typeof pointKinds)[number];
