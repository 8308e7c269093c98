import { describe, expect, test } from 'vitest';
import { neededPresent, neededYes } from '@/lib/deliberation/conditions';
import { type BodyRule, isUnread, packOf, ruleOf, rulePacks } from '@/lib/deliberation/rule-packs';
import { type Body, type VotingStage, votingStages } from '@/lib/deliberation/status';
import { least, shareInPercent, strictest } from '@/lib/deliberation/thresholds';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

/**
 * What the texts ask for, written a second time by hand and without the program's notation: a predicate on whole heads
 * for the quorum (`present` of `eligible`) and for the majority. 以上 includes the number, 过半数 and 超过 do not.
 */
type Text = { quorum: (p: number, e: number) => boolean; passes: (y: number, p: number, e: number) => boolean };
const overHalf = (part: number, whole: number) => part + part > whole;
const atLeastHalf = (part: number, whole: number) => part + part >= whole;
const atLeastTwoThirds = (part: number, whole: number) => part * 3 >= whole * 2;

const committee: Text = { quorum: atLeastHalf, passes: (y, p) => overHalf(y, p) };
const bothCommittees: Text = { quorum: overHalf, passes: (y, p) => overHalf(y, p) };
const partyMeeting: Text = { quorum: atLeastHalf, passes: (y, _p, e) => overHalf(y, e) };
const village = {
  propose: { party_committee: committee },
  consult: { two_committees: bothCommittees },
  review: { party_meeting: partyMeeting },
  resolve: {
    representative_meeting: { quorum: atLeastTwoThirds, passes: (y: number, p: number) => overHalf(y, p) },
    full_meeting: { quorum: overHalf, passes: (y: number, p: number) => overHalf(y, p) },
    household_meeting: { quorum: atLeastTwoThirds, passes: (y: number, p: number) => overHalf(y, p) },
  },
};
const texts: Record<string, Record<VotingStage, Partial<Record<Body, Text>>>> = {
  villager_2018: village,
  'local_4+2': {
    ...village,
    // Both hold: the local words (two thirds present, 半数以上 of 应到) and the party's own (more than half of 应到).
    review: {
      party_meeting: {
        quorum: (p, e) => atLeastTwoThirds(p, e) && atLeastHalf(p, e),
        passes: (y, _p, e) => atLeastHalf(y, e) && overHalf(y, e),
      },
    },
  },
  resident_2026: {
    propose: { party_committee: committee },
    consult: { two_committees: bothCommittees },
    review: { party_meeting: partyMeeting },
    resolve: {
      representative_meeting: { quorum: atLeastTwoThirds, passes: (y, p) => overHalf(y, p) },
      full_meeting: { quorum: overHalf, passes: (y, p) => overHalf(y, p) },
      household_meeting: { quorum: overHalf, passes: (y, p) => overHalf(y, p) },
    },
  },
};

const rules = rulePacks.flatMap((pack) =>
  votingStages.flatMap((stage) => pack.stages[stage].map((rule) => ({ pack: pack.id, stage, rule }))),
);
const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 98, 99, 100, 112, 120, 121, 146, 147, 148, 2100, 4731];

describe('every threshold of every rule pack', () => {
  test('the texts written here are those that the program knows, and no other', () => {
    const known = rules.map(({ pack, stage, rule }) => `${pack} ${stage} ${rule.body}`).sort();
    const written = Object.entries(texts)
      .flatMap(([pack, stages]) =>
        votingStages.flatMap((stage) => Object.keys(stages[stage]).map((body) => `${pack} ${stage} ${body}`)),
      )
      .sort();
    expect(known).toEqual(written);
  });

  test.each(rules)('$pack $stage $rule.body: one below, at, one above', ({ pack, stage, rule }) => {
    const text = texts[pack]?.[stage][rule.body];
    if (!text) throw new Error('no text');
    for (const eligible of sizes) {
      const { needed } = neededPresent(rule, eligible);
      expect([needed - 1, needed, needed + 1].map((present) => text.quorum(present, eligible))).toEqual([
        false,
        true,
        true,
      ]);
      for (const present of new Set([needed, Math.ceil((needed + eligible) / 2), eligible])) {
        const yes = neededYes(rule, { eligible, present }).needed;
        expect([yes - 1, yes, yes + 1].map((votes) => text.passes(votes, present, eligible))).toEqual([
          false,
          true,
          true,
        ]);
      }
    }
  });
});

describe('the numbers of the parking case', () => {
  const rule = (stage: VotingStage, body: Body): BodyRule => {
    const found = ruleOf(packOf('local_4+2'), stage, body);
    if (!found) throw new Error('no such body');
    return found;
  };

  test('two thirds of 112 are 75; of 147 they are 98', () => {
    expect(neededPresent(rule('review', 'party_meeting'), 112).needed).toBe(75);
    expect(neededPresent(rule('resolve', 'representative_meeting'), 147).needed).toBe(98);
    expect(shareInPercent(97, 147)).toBe(65.98);
  });

  test('the stricter of two rules decides and is named beside the weaker', () => {
    const asked = neededYes(rule('review', 'party_meeting'), { eligible: 112, present: 75 });
    expect(asked.needed).toBe(57);
    expect(asked.by.source).toBe('party_meeting_11');
    expect(asked.weaker.map((one) => [one.needed, one.by.source])).toEqual([[56, 'local_review']]);
  });

  test('49 of 98 is not more than half, 50 is', () => {
    expect(neededYes(rule('resolve', 'representative_meeting'), { eligible: 147, present: 98 }).needed).toBe(50);
  });
});

describe('shares in whole numbers', () => {
  test.each([
    [{ num: 2, den: 3 }, 3, 2],
    [{ num: 2, den: 3 }, 4, 3],
    [{ num: 2, den: 3, strict: true as const }, 3, 3],
    [{ num: 1, den: 2 }, 5, 3],
    [{ num: 1, den: 2, strict: true as const }, 4, 3],
    [{ num: 3, den: 4 }, 8, 6],
    [{ num: 3, den: 4 }, 0, 0],
  ])('%o of %i is %i', (share, base, expected) => {
    expect(least(share, base)).toBe(expected);
  });

  test('a body without a rule is a fault, not a vote that passes', () => {
    expect(() => strictest([], { eligible: 3, present: 3 })).toThrow(RangeError);
  });

  test('a percentage never reaches a threshold that was missed', () => {
    expect(shareInPercent(1999, 3000)).toBe(66.63);
    expect(shareInPercent(0, 0)).toBe(0);
  });
});

describe('a law that was amended and not read again', () => {
  test('is marked on every share that rests on it, and its words say so in both languages', () => {
    const shares = rules.flatMap(({ rule }) => [...rule.quorum, ...rule.majority]);
    const ofLaws = shares.filter(({ source }) => /^(villager|resident)_/.test(source));
    expect(ofLaws.length).toBeGreaterThan(0);
    for (const share of shares) expect(share.unread === true, share.source).toBe(ofLaws.includes(share));
    for (const { source } of ofLaws) {
      expect((zh.deliberation.rule as Record<string, string>)[source]).toContain('2018 年文本，2025 年修订未核对');
      expect((en.deliberation.rule as Record<string, string>)[source]).toContain(
        'the amendment of 2025 was not compared',
      );
    }
    expect(rulePacks.map(isUnread)).toEqual([true, true, true]);
    // Nobody read a law of 2026: no pack is called by one.
    expect(Object.values(zh.deliberation.pack).filter((name) => name.includes('2026'))).toEqual([]);
  });
});
