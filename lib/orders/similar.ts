import { bigrams } from '@/lib/kernel/bigrams';
import { type LatLng, toMetres } from '@/lib/kernel/geo';

/** What two reports are compared by. `at` epoch milliseconds; `photos` their SHA-256. */
export interface Report {
  item: string;
  category: string;
  cell: string;
  building: string | null;
  position: LatLng | null;
  words: string;
  at: number;
  photos: readonly string[];
}

/** Why two reports may be of one thing; `share` in whole per cent. Message keys below `similar.why`. */
export type Likeness =
  | { kind: 'same_item' }
  | { kind: 'same_family' }
  | { kind: 'same_building' }
  | { kind: 'near'; metres: number }
  | { kind: 'words'; share: number }
  | { kind: 'same_photo' };

/** 3.8: reports further apart in time, in space or in words are not held beside each other. */
export const similarWithinMs = 72 * 3_600_000;
const nearMetres = 50;
const alikeFrom = 0.6;
/** Ours: another item of the same family is the same thing only where the words have something in common. */
const familyAlikeFrom = 0.25;

/** 0 … 1: how much of the shorter text stands in the longer one, by neighbouring characters; 0 where there is too little. */
export function wordsAlike(one: string, other: string): number {
  const [a, b] = [new Set(bigrams(one)), new Set(bigrams(other))];
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < 3) return 0;
  return [...short].filter((pair) => long.has(pair)).length / short.size;
}

const digits: Record<string, string> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
const spot = /(\d{1,4}|[一二两三四五六七八九十])\s*(号楼|栋|幢|单元|层|楼|室|号门|号门岗|号井|号位|号桩)/g;

/** The numbered spots that a text names, by what is numbered: 单元 → {2}. */
function spotsIn(words: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, number = '', kind = ''] of words.normalize('NFKC').matchAll(spot)) {
    const key = kind === '楼' ? '层' : kind;
    found.set(key, (found.get(key) ?? new Set()).add(digits[number] ?? number));
  }
  return found;
}

/** Both name a stair, a floor, a door …, and never the same one. */
function isElsewhere(one: string, other: string): boolean {
  const [a, b] = [spotsIn(one), spotsIn(other)];
  return [...a].some(([kind, numbers]) => {
    const theirs = b.get(kind);
    return theirs !== undefined && ![...numbers].some((number) => theirs.has(number));
  });
}

/**
 * 可能重复 (3.8): the same item, or one of its family, in the same cell within 72 hours, and in the same building, within
 * 50 m, or in words alike by 0.6; or the very same photo. Not where the words name different stairs, floors or doors.
 * @returns the reasons, and how sure: what lists sort by; null where they are not alike
 */
export function likenessOf(one: Report, other: Report): { reasons: Likeness[]; score: number } | null {
  if (one.cell !== other.cell || Math.abs(one.at - other.at) > similarWithinMs) return null;
  const samePhoto = one.photos.some((sha) => other.photos.includes(sha));
  const isFamily = one.category === other.category;
  if (!isFamily && !samePhoto) return null;
  const sameItem = one.item === other.item;
  const share = wordsAlike(one.words, other.words);
  const sameBuilding = one.building !== null && one.building === other.building;
  const metres = one.position && other.position ? distance(one.position, other.position) : null;
  const isNear = !sameBuilding && metres !== null && metres <= nearMetres;
  if (!samePhoto) {
    if (!sameBuilding && !isNear && share < alikeFrom) return null;
    if (!sameItem && share < familyAlikeFrom) return null;
    if (isElsewhere(one.words, other.words)) return null;
  }
  const reasons: Likeness[] = [
    ...(samePhoto ? [{ kind: 'same_photo' as const }] : []),
    ...(sameItem ? [{ kind: 'same_item' as const }] : isFamily ? [{ kind: 'same_family' as const }] : []),
    ...(sameBuilding ? [{ kind: 'same_building' as const }] : []),
    ...(isNear ? [{ kind: 'near' as const, metres: Math.round(metres) }] : []),
    ...(share >= alikeFrom ? [{ kind: 'words' as const, share: Math.round(share * 100) }] : []),
  ];
  const score = (samePhoto ? 2 : 0) + (sameItem ? 1 : 0) + (sameBuilding ? 0.5 : 0) + (isNear ? 0.4 : 0) + share;
  return { reasons, score };
}

function distance(one: LatLng, other: LatLng): number {
  const { x, y } = toMetres(one, other);
  return Math.hypot(x, y);
}
