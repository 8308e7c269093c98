import { describe, expect, it } from 'vitest';
import { basisPoints, type OwnersVote, ownersShort, readBasis } from '@/lib/deliberation/owners';
import { ownersMatters } from '@/lib/deliberation/status';

/** 民法典 278, written a second time: a part by cross-multiplication, 以上 with the number, 过半数 without. */
const takesPart = (part: number, all: number) => part * 3 >= all * 2;
const inFavour = (matter: OwnersVote['matter'], yes: number, part: number) =>
  matter === 'other' ? yes * 2 > part : yes * 4 >= part * 3;

const sizes = [3, 4, 90, 91, 92, 1000, 1001];

describe('a vote of the owners', () => {
  it.each(ownersMatters)('on %s: one below, at, and one above each share, by heads and by area', (matter) => {
    const differences: string[] = [];
    for (const all of sizes) {
      for (let part = 1; part <= all; part++) {
        const near = [Math.ceil(part / 2), Math.ceil((part * 3) / 4)].flatMap((n) => [n - 1, n, n + 1]);
        for (const yes of near.filter((n) => n >= 0 && n <= part)) {
          const whole = { headsAll: all, headsPart: part, headsYes: yes, areaAll: 1, areaPart: 1, areaYes: 1, matter };
          const byArea = { headsAll: 1, headsPart: 1, headsYes: 1, matter };
          const area = { ...byArea, areaAll: all / 100, areaPart: part / 100, areaYes: yes / 100 };
          const shall = takesPart(part, all) && inFavour(matter, yes, part);
          for (const vote of [whole, area])
            if ((ownersShort(vote) === null) !== shall) differences.push(`${all} ${part} ${yes}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it('stands in the points of a text and is read from them again', () => {
    const vote: OwnersVote = {
      matter: 'rebuild',
      areaAll: 9000.5,
      areaPart: 7000,
      areaYes: 6000.25,
      headsAll: 9,
      headsPart: 8,
      headsYes: 7,
    };
    expect(readBasis(basisPoints('owners_vote', vote))).toEqual({ choice: 'owners_vote', owners: vote });
    expect(readBasis(basisPoints('not_shared', undefined))).toEqual({ choice: 'not_shared', owners: null });
  });
});
