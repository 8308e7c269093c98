import type { IconName } from '@/components/icon';
import { type Fields, one } from './fields';

/** What an elder's matter can be: the item it is reported as, and whether a few words of ours can stand for their own. */
export const kinds = {
  leak: { item: '0701', says: true },
  no_water: { item: '0701', says: true },
  no_power: { item: '0702', says: true },
  lamp: { item: '0601', says: true },
  neighbours: { item: '1101', says: true },
  buy: { item: '0902', says: true },
  go_along: { item: '0903', says: true },
  unwell: { item: '0901', says: true },
  other: { item: '', says: false },
} as const satisfies Record<string, { item: string; says: boolean }>;
export type Kind = keyof typeof kinds;

export interface KindTile {
  name: 'utility' | 'lamp' | 'neighbours' | 'errand' | 'unwell' | 'other';
  icon: IconName;
  /** One kind is chosen by the tile itself; of several, or before calling 120, a page of its own asks. */
  kinds: readonly Kind[];
}

/** 什么事? The six pictures of the first page, in the order of journey 7.1. */
export const kindTiles: readonly KindTile[] = [
  { name: 'utility', icon: 'tap-bolt', kinds: ['leak', 'no_water', 'no_power'] },
  { name: 'lamp', icon: 'lamp', kinds: ['lamp'] },
  { name: 'neighbours', icon: 'neighbours', kinds: ['neighbours'] },
  { name: 'errand', icon: 'basket', kinds: ['buy', 'go_along'] },
  { name: 'unwell', icon: 'unwell', kinds: ['unwell'] },
  { name: 'other', icon: 'speech', kinds: ['other'] },
];

/** The tile leads to a page that asks further: which of its kinds, or first of all whether 120 is needed. */
export const asksFurther = (tile: KindTile): boolean => tile.kinds.length > 1 || tile.name === 'unwell';

export const tileNamed = (name: unknown): KindTile | null => kindTiles.find((tile) => tile.name === name) ?? null;

export const kindOf = (fields: Fields): Kind | null => {
  const said = one(fields, 'kind');
  return said !== undefined && Object.hasOwn(kinds, said) ? (said as Kind) : null;
};

/** Key of the words that stand where an elder said nothing; null when they have to say it themselves. */
export function ownWordsKey(kind: Kind | null, inBuilding: boolean): string | null {
  if (kind === null || !kinds[kind].says) return null;
  return `report.kind.${kind === 'lamp' && !inBuilding ? 'lamp_outside' : kind}.words`;
}

/** A tile was pressed: the kind, and its item in place of whichever stood there before. */
export function withKind(fields: Fields, kind: Kind): Fields {
  return { ...fields, kind, item: kinds[kind].item };
}
