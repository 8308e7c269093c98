import { describe, expect, it } from 'vitest';
import { type ConditionName, conditions, type DeliberationFacts } from '@/lib/deliberation/conditions';
import { workflow } from '@/lib/deliberation/workflow';
import { facts, meeting } from './stand';

type Case = [facts: Partial<DeliberationFacts>, refusal: string | null, params?: Record<string, string | number>];

const noMeeting = { meeting: null };
const convened = { meeting: meeting({ state: 'convened', eligible: null, present: null }) };
const frozen = { meeting: meeting() };
const voting = { meeting: meeting({ state: 'voting' }) };
const heads = (eligible: number, present: number | null) => ({ meeting: meeting({ eligible, present }) });
const room = (present: number, yes: number, no: number, abstain: number) => ({
  meeting: meeting({ state: 'voting', room: { present, yes, no, abstain } }),
});

const web = (votesUntil: number, present = 9) => ({
  meeting: meeting({ state: 'voting', withWeb: true, votesUntil, present }),
});

/** Each condition where it holds and where it does not, with what its sentence is told. */
const cases: Record<ConditionName, Case[]> = {
  basisStated: [
    [{ basis: 'owners_vote' }, null],
    [{ basis: null }, 'basis_missing'],
  ],
  planWritten: [
    [{ planVersion: 1 }, null],
    [{ planVersion: null }, 'plan_missing'],
  ],
  planWrittenAfterProposal: [
    [{ planVersion: null, status: 'propose' }, null],
    [{ planVersion: null, status: 'consult' }, 'plan_missing'],
    [{ planVersion: 1, status: 'consult' }, null],
  ],
  planOpen: [
    [{ planSentOn: null }, null],
    [{ planSentOn: '2024-03-12' }, 'plan_sent'],
    [{ planSentOn: '2024-03-12', lastMeeting: 'failed' }, null],
    [{ planSentOn: '2024-03-12', lastMeeting: 'failed', ...convened }, 'plan_sent'],
    [{ planSentOn: '2024-03-12', lastMeeting: 'passed' }, 'plan_sent'],
  ],
  nobodyVotes: [
    [noMeeting, null],
    [frozen, null],
    [voting, 'vote_open'],
  ],
  noMeetingOpen: [
    [noMeeting, null],
    [convened, 'meeting_open'],
  ],
  meetingOpen: [
    [convened, null],
    [noMeeting, 'no_meeting'],
  ],
  rollOpen: [
    [convened, null],
    [noMeeting, 'no_meeting'],
    [frozen, 'roll_frozen'],
    [voting, 'roll_frozen'],
  ],
  rollFilled: [
    [convened, null],
    [{ meeting: meeting({ rollSize: 0 }) }, 'roll_empty'],
    [noMeeting, 'roll_empty'],
  ],
  rollFrozen: [
    [frozen, null],
    [noMeeting, 'no_meeting'],
    [convened, 'roll_not_frozen'],
    [voting, 'vote_open'],
  ],
  attendable: [
    [frozen, null],
    [convened, 'roll_not_frozen'],
    [voting, 'vote_open'],
    [{ meeting: meeting({ state: 'voting', withWeb: true }) }, null],
  ],
  meetingDay: [
    [{ meeting: meeting({ heldAt: facts().now }) }, null],
    [{ meeting: meeting({ heldAt: facts().now + 1 }) }, 'too_early'],
    [noMeeting, 'too_early'],
  ],
  // 支部工作条例 11: half of the voting members. 112 of them: 55, 56, 57.
  quorumReached: [
    [heads(112, 55), 'quorum_missing', { present: 55, eligible: 112, percent: 49.1, needed: 56 }],
    [heads(112, 56), null],
    [heads(112, 57), null],
    [heads(112, null), 'attendance_missing'],
    [convened, 'roll_not_frozen'],
    [{ meeting: meeting({ withWeb: true, eligible: 10, present: 0 }) }, null],
  ],
  quorumAtClose: [
    [heads(10, 4), 'quorum_missing', { present: 4, eligible: 10, percent: 40, needed: 5 }],
    [heads(10, 5), null],
    [
      { meeting: meeting({ withWeb: true, eligible: 10, present: 4 }) },
      'quorum_missing',
      { present: 4, eligible: 10, percent: 40, needed: 5 },
    ],
  ],
  votingNow: [
    [voting, null],
    [frozen, 'vote_not_open'],
    [noMeeting, 'no_meeting'],
  ],
  webVotes: [
    [{ meeting: meeting({ withWeb: true }) }, null],
    [voting, 'no_web_vote'],
    [noMeeting, 'no_web_vote'],
  ],
  // The last moment counts.
  webRuns: [
    [web(facts().now), null],
    [web(facts().now - 1), 'web_over'],
    [voting, null],
  ],
  webOver: [
    [web(facts().now - 1), null],
    [web(facts().now), 'web_runs', { until: '2024-03-15 12:00' }],
    [web(facts().now, 10), null],
    [voting, null],
  ],
  sumFits: [
    [room(10, 7, 2, 1), null],
    [room(10, 7, 2, 0), 'sum_differs', { yes: 7, no: 2, abstain: 0, sum: 9, present: 10 }],
    [room(10, 7, 2, 2), 'sum_differs', { yes: 7, no: 2, abstain: 2, sum: 11, present: 10 }],
    [room(0, 0, 0, 0), null],
  ],
  lastMeetingFailed: [
    [{ lastMeeting: 'failed' }, null],
    [{ lastMeeting: 'passed' }, 'not_failed'],
    [{ lastMeeting: null }, 'not_failed'],
  ],
  notPublished: [
    [{ publishedAt: null }, null],
    [{ publishedAt: 1 }, 'published_already'],
  ],
  published: [
    [{ publishedAt: 1 }, null],
    [{ publishedAt: null }, 'not_published'],
  ],
  // The last day counts.
  onNotice: [
    [{ noticeUntil: '2024-03-15' }, null],
    [{ noticeUntil: '2024-03-14' }, 'notice_over'],
    [{ noticeUntil: null }, 'notice_over'],
  ],
  noticeOver: [
    [{ noticeUntil: '2024-03-14' }, null],
    [{ noticeUntil: '2024-03-15' }, 'notice_runs', { until: '2024-03-15' }],
    [{ noticeUntil: null }, 'notice_runs', { until: '' }],
  ],
  objectionsAnswered: [
    [{ openObjections: 0 }, null],
    [{ openObjections: 1 }, 'objections_open', { count: 1 }],
  ],
  filingNeeded: [
    [{ needsFiling: true }, null],
    [{ needsFiling: false }, 'no_filing'],
  ],
  notFiled: [
    [{ filedOn: null }, null],
    [{ filedOn: '2024-03-14' }, 'filed_already'],
  ],
  filedIfNeeded: [
    [{ needsFiling: false }, null],
    [{ needsFiling: true, filedOn: '2024-03-14' }, null],
    [{ needsFiling: true }, 'filing_missing'],
  ],
  pricesDecided: [
    [{ belowMarket: true }, null],
    [{ belowMarket: false }, 'no_prices'],
  ],
  pricesIfDecided: [
    [{ belowMarket: false }, null],
    [{ belowMarket: true, hasPrices: true }, null],
    [{ belowMarket: true }, 'prices_missing'],
  ],
};

const rows = Object.entries(cases).flatMap(([name, some]) =>
  some.map(([given, reason, params]) => ({ name: name as ConditionName, given, reason, params })),
);

describe('each condition of the table', () => {
  it.each(rows)('$name: $reason', ({ name, given, reason, params }) => {
    const expected = reason === null ? null : { reason: `deliberation.${reason}`, ...(params && { params }) };
    const refused = conditions[name](facts(given));
    expect(refused).toEqual(expected);
  });

  it('is asked for by an action', () => {
    const asked = new Set(Object.values(workflow).flatMap((row) => ('when' in row ? [...row.when] : [])));
    expect([...asked].sort()).toEqual(Object.keys(conditions).sort());
  });

  it('stands in the way of the action that asks for it', () => {
    // What the issue names: a stage opened early, a roll changed after it was frozen, a publication edited.
    const when = Object.fromEntries(
      Object.entries(workflow).map(([action, row]) => [action, 'when' in row ? [...row.when] : []]),
    );
    expect(when).toMatchObject({
      write_plan: ['planOpen', 'nobodyVotes'],
      state_basis: ['nobodyVotes'],
      convene: ['basisStated', 'noMeetingOpen', 'planWrittenAfterProposal'],
      enter_roll: ['rollOpen'],
      open_vote: ['rollFrozen', 'meetingDay', 'quorumReached'],
      cast: ['votingNow', 'webVotes', 'webRuns'],
      close_vote: ['votingNow', 'webOver', 'quorumAtClose', 'sumFits'],
      publish: ['notPublished'],
      begin: ['published', 'noticeOver', 'objectionsAnswered', 'filedIfNeeded', 'pricesIfDecided'],
    });
  });
});
