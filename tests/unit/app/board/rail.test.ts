import { describe, expect, it } from 'vitest';
import { shareKey } from '@/app/_board/deliberation-basis';
import { kindOf, readCode } from '@/app/_board/kinds';
import { railOf, stoneName } from '@/app/_board/rail';
import type { MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { rulePacks } from '@/lib/deliberation/rule-packs';
import { type Status, type VotingStage, votingStages } from '@/lib/deliberation/status';
import zh from '@/messages/zh-CN.json';

const meeting = (stage: VotingStage, state: MeetingView['state'], ordinal = 1): MeetingView => ({
  id: `${stage}-${ordinal}`,
  stage,
  ordinal,
  body: 'party_meeting',
  state,
  withWeb: false,
  heldAt: 0,
  place: '',
  eligible: null,
  rollDigest: null,
  present: null,
  neededPresent: null,
  yes: null,
  no: null,
  abstain: null,
  neededYes: null,
  ballotDigest: null,
  minutes: null,
  annulled: null,
  votesUntil: null,
  planVersion: null,
  witness: null,
});

const rail = (status: Status, more: Partial<Parameters<typeof railOf>[0]> = {}) =>
  railOf({ status, meetings: [], needsFiling: false, filing: null, resolutions: [], ...more });
const states = (stones: ReturnType<typeof rail>) => stones.map(({ state }) => state).join(' ');
const text = {
  version: 1,
  points: { zh: ['一'], en: null },
  words: '',
  reason: null,
  sha256: '',
  at: 0,
  asVoted: true,
};

describe('the rail of seal stones', () => {
  it('cuts 一 二 三 四 公 公, and a lock for the filing between the two publications', () => {
    expect(rail('consult').map(({ mark }) => mark)).toEqual(['一', '二', '三', '四', '公', '公']);
    expect(rail('consult', { needsFiling: true }).map(({ key }) => key)).toEqual([
      'propose',
      'consult',
      'review',
      'resolve',
      'publish_resolution',
      'filing',
      'publish_result',
    ]);
  });

  it('has one step now, what is before it behind and what comes after it ahead', () => {
    expect(states(rail('review'))).toBe('done done now next next next');
    expect(states(rail('publish_result'))).toBe('done done done done done now');
    expect(states(rail('completed'))).toBe('done done done done done done');
  });

  it('keeps filing shut until the resolution is published', () => {
    expect(states(rail('resolve', { needsFiling: true }))).toBe('done done done now next locked next');
    expect(states(rail('publish_resolution', { needsFiling: true }))).toBe('done done done done now locked next');
    expect(states(rail('publish_resolution', { needsFiling: true, resolutions: [text] }))).toBe(
      'done done done done now now next',
    );
    const filing = { unit: '区发改委', on: '2023-10-08', receiptNo: '17' };
    expect(states(rail('publish_result', { needsFiling: true, filing }))).toBe('done done done done done done now');
  });

  it('ends where a case was rejected, at the first step without a vote that passed', () => {
    const meetings = [
      meeting('propose', 'passed'),
      meeting('consult', 'passed'),
      meeting('review', 'failed'),
      meeting('review', 'failed', 2),
    ];
    const stones = rail('rejected', { meetings });
    expect(states(stones)).toBe('done done stopped next next next');
    expect(stones[2]?.meeting?.ordinal).toBe(2);
    expect(stones[2]?.earlier.map(({ ordinal }) => ordinal)).toEqual([1]);
  });

  it('names the last vote after the body that met, and has words for every name and every share of every pack', () => {
    const words = (key: string) =>
      key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], zh);
    for (const pack of rulePacks) {
      for (const stage of votingStages) {
        for (const rule of pack.stages[stage]) {
          const stone = { key: stage, meeting: { ...meeting(stage, 'passed'), body: rule.body } };
          const keys = [
            stoneName(stone, pack.legalForm),
            `deliberation.body.${pack.legalForm}.${rule.body}`,
            ...[...rule.quorum, ...rule.majority].flatMap((share) => [
              shareKey(share),
              `deliberation.rule.${share.source}`,
            ]),
          ];
          for (const key of keys) expect(words(key), key).toBeTypeOf('string');
        }
      }
      expect(words(`deliberation.pack.${pack.id}`)).toBeTypeOf('string');
    }
  });
});

describe('codes of the board', () => {
  it.each([
    ['pl-ys-2023-001', 'PL-YS-2023-001'],
    ['ＰＬ－ＹＳ－２０２３－００１', 'PL-YS-2023-001'],
    [' PL-YS–2023-001 ', 'PL-YS-2023-001'],
  ])('reads %s as %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
    expect(kindOf(readCode(typed))?.tab).toBe('deliberation');
  });

  it.each(['', 'PL', 'PL20240110-0007', 'PL-XX-2023-001', 'PL-YS-2023-1', '__proto__', 'PL-TJ-2023-001', '../etc'])(
    'knows no kind of %s',
    (typed) => {
      expect(kindOf(readCode(typed))).toBeUndefined();
    },
  );
});
