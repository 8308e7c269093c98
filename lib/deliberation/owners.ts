import { z } from 'zod';
import type { RuleRefusal } from '@/lib/casework/workflow';
import { type Basis, type OwnersMatter, ownersMatters } from './status';
import { least, type Share } from './thresholds';

const ownerHeads = z.int().min(0).max(1_000_000);
const ownerArea = z.number().min(0).max(100_000_000);
/** What the owners voted, by areas and by heads: all, those taking part, those in favour. */
export const ownersVote = z
  .object({
    /** Which of the matters of 民法典 278: (六), (七), (八), or another. */
    matter: z.enum(ownersMatters),
    /** Square metres, to the hundredth: of all owners, of those taking part, of those in favour. */
    areaAll: ownerArea,
    areaPart: ownerArea,
    areaYes: ownerArea,
    headsAll: ownerHeads.min(1),
    headsPart: ownerHeads,
    headsYes: ownerHeads,
  })
  .refine(({ headsAll, headsPart, headsYes }) => headsYes <= headsPart && headsPart <= headsAll, {
    path: ['headsPart'],
    message: 'deliberation.owners_order',
  })
  .refine(({ areaAll, areaPart, areaYes }) => areaYes <= areaPart && areaPart <= areaAll, {
    path: ['areaPart'],
    message: 'deliberation.owners_order',
  });
export type OwnersVote = z.infer<typeof ownersVote>;

type Part = Pick<Share, 'num' | 'den' | 'strict'>;
/** 民法典 278: two thirds take part; three quarters of these for (六) to (八), more than half for the others. */
const takingPart: Part = { num: 2, den: 3 };
const inFavour = (matter: OwnersMatter): Part =>
  matter === 'other' ? { num: 1, den: 2, strict: true } : { num: 3, den: 4 };

/** Areas in hundredths, so that shares of them are whole numbers. */
const hundredths = (area: number): number => Math.round(area * 100);
const leastArea = (share: Part, area: number): number => least(share, hundredths(area)) / 100;

/** Which share of 民法典 278 a vote of the owners did not reach, by areas or by heads; null when it reached both. */
export function ownersShort(vote: OwnersVote): RuleRefusal | null {
  const { matter, areaAll, areaPart, areaYes, headsAll, headsPart, headsYes } = vote;
  const [headsThere, areaThere] = [least(takingPart, headsAll), leastArea(takingPart, areaAll)];
  if (headsPart < headsThere || areaPart < areaThere) {
    const params = { heads: headsPart, neededHeads: headsThere, area: areaPart, neededArea: areaThere };
    return { reason: 'deliberation.owners_too_few', params };
  }
  const share = inFavour(matter);
  const [headsFor, areaFor] = [least(share, headsPart), leastArea(share, areaPart)];
  if (headsYes < headsFor || areaYes < areaFor) {
    const params = { heads: headsYes, neededHeads: headsFor, area: areaYes, neededArea: areaFor };
    return { reason: 'deliberation.owners_not_in_favour', params };
  }
  return null;
}

/** A ground as the points of a text, so that its hash is over the numbers too. */
export const basisPoints = (basis: Basis, vote: OwnersVote | undefined): string[] =>
  vote
    ? [
        basis,
        vote.matter,
        [vote.areaAll, vote.areaPart, vote.areaYes].join('/'),
        [vote.headsAll, vote.headsPart, vote.headsYes].join('/'),
      ]
    : [basis];

const three = (line: string | undefined): [number, number, number] => {
  const [all = 0, part = 0, yes = 0] = (line ?? '').split('/').map(Number);
  return [all, part, yes];
};

/** The ground that such points say. */
export function readBasis([basis, matter, areas, heads]: readonly string[]): {
  choice: Basis;
  owners: OwnersVote | null;
} {
  const choice = basis as Basis;
  if (matter === undefined) return { choice, owners: null };
  const [areaAll, areaPart, areaYes] = three(areas);
  const [headsAll, headsPart, headsYes] = three(heads);
  return {
    choice,
    owners: { matter: matter as OwnersMatter, areaAll, areaPart, areaYes, headsAll, headsPart, headsYes },
  };
}

/** A ground as it was stated once; each statement stands beside the one before. */
export interface BasisVersion {
  version: number;
  choice: Basis;
  words: string;
  owners: OwnersVote | null;
  at: number;
}

type Stated = { version: number; points: string[]; words: string; at: number };

/** Every statement of a ground, oldest first, and the owners' vote of the one that holds; none from before they were kept. */
export function basesIn(texts: readonly Stated[]): { owners: OwnersVote | null; versions: BasisVersion[] } {
  const versions = texts.map(({ version, points, words, at }) => ({ version, ...readBasis(points), words, at }));
  return { owners: versions.at(-1)?.owners ?? null, versions };
}
