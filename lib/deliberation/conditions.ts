import { shanghaiDate, shanghaiTime } from '@/lib/calendar/shanghai';
import type { RuleRefusal } from '@/lib/casework/workflow';
import type { BodyRule } from './rule-packs';
import type { Basis, MeetingState, Stage } from './status';
import { type Needed, shareInPercent, strictest } from './thresholds';

/** The meeting that is open in the current stage. */
export interface MeetingFacts {
  state: MeetingState;
  rule: BodyRule;
  withWeb: boolean;
  /** The last moment of the votes on the web; null without any. */
  votesUntil: number | null;
  heldAt: number;
  rollSize: number;
  eligible: number | null;
  /** 实到 so far: in the room and on the web. */
  present: number | null;
  /** Votes so far, of every way together. Told to nobody before the vote is closed. */
  votes: { yes: number; no: number; abstain: number };
  /** Of these, what was counted in the room, and how many sit there. */
  room: { present: number; yes: number; no: number; abstain: number };
}

/** What the conditions look at; computed once for each action. */
export interface DeliberationFacts {
  now: number;
  /** Local date, `YYYY-MM-DD`. */
  today: string;
  status: string;
  basis: Basis | null;
  planVersion: number | null;
  planSentOn: string | null;
  meeting: MeetingFacts | null;
  /** How the latest meeting of this stage that was held ended. */
  lastMeeting: 'passed' | 'failed' | null;
  publishedAt: number | null;
  noticeUntil: string | null;
  openObjections: number;
  needsFiling: boolean;
  filedOn: string | null;
  belowMarket: boolean;
  hasPrices: boolean;
}

type Condition = (facts: DeliberationFacts) => RuleRefusal | null;

const unless = (holds: boolean, reason: string, params?: RuleRefusal['params']): RuleRefusal | null =>
  holds ? null : { reason, ...(params && { params }) };

const minuteOf = (at: number): string => [shanghaiDate(at), shanghaiTime(at)].join(' ');

/** How many must be there before anything is voted on, and which rule says so. */
export const neededPresent = (rule: BodyRule, eligible: number): Needed =>
  strictest(rule.quorum, { eligible, present: 0 });

/** How many must be in favour, once it is known how many are there. */
export const neededYes = (rule: BodyRule, heads: { eligible: number; present: number }): Needed =>
  strictest(rule.majority, heads);

function quorum(facts: DeliberationFacts): RuleRefusal | null {
  const { meeting } = facts;
  if (!meeting || meeting.eligible === null) return { reason: 'deliberation.roll_not_frozen' };
  if (meeting.present === null) return { reason: 'deliberation.attendance_missing' };
  const { needed } = neededPresent(meeting.rule, meeting.eligible);
  return unless(meeting.present >= needed, 'deliberation.quorum_missing', {
    present: meeting.present,
    eligible: meeting.eligible,
    percent: shareInPercent(meeting.present, meeting.eligible),
    needed,
  });
}

function frozen({ meeting }: DeliberationFacts): RuleRefusal | null {
  if (meeting === null) return unless(false, 'deliberation.no_meeting');
  if (meeting.state === 'voting') return unless(false, 'deliberation.vote_open');
  return unless(meeting.state === 'frozen', 'deliberation.roll_not_frozen');
}

export const conditions = {
  basisStated: ({ basis }) => unless(basis !== null, 'deliberation.basis_missing'),
  planWritten: ({ planVersion }) => unless(planVersion !== null, 'deliberation.plan_missing'),
  // The committee proposes the matter; from the second stage on there is a text that is talked about.
  planWrittenAfterProposal: ({ planVersion, status }) =>
    unless(planVersion !== null || (status as Stage) === 'propose', 'deliberation.plan_missing'),
  // What was sent is what they vote on; where they did not pass it, it may be written anew until they meet again.
  planOpen: ({ planSentOn, meeting, lastMeeting }) =>
    unless(planSentOn === null || (meeting === null && lastMeeting === 'failed'), 'deliberation.plan_sent'),
  nobodyVotes: ({ meeting }) => unless(meeting?.state !== 'voting', 'deliberation.vote_open'),
  noMeetingOpen: ({ meeting }) => unless(meeting === null, 'deliberation.meeting_open'),
  meetingOpen: ({ meeting }) => unless(meeting !== null, 'deliberation.no_meeting'),
  rollOpen: ({ meeting }) =>
    meeting === null
      ? unless(false, 'deliberation.no_meeting')
      : unless(meeting.state === 'convened', 'deliberation.roll_frozen'),
  rollFilled: ({ meeting }) => unless((meeting?.rollSize ?? 0) > 0, 'deliberation.roll_empty'),
  rollFrozen: frozen,
  // Where some vote on the web, those in the room come in while the vote runs.
  attendable: (facts) => (facts.meeting?.state === 'voting' && facts.meeting.withWeb ? null : frozen(facts)),
  meetingDay: ({ meeting, now }) => unless(meeting !== null && now >= meeting.heldAt, 'deliberation.too_early'),
  // Who votes on the web counts as present, so with the web the quorum is judged when the vote ends.
  quorumReached: (facts) => (facts.meeting?.withWeb ? null : quorum(facts)),
  quorumAtClose: quorum,
  votingNow: ({ meeting }) =>
    meeting === null
      ? unless(false, 'deliberation.no_meeting')
      : unless(meeting.state === 'voting', 'deliberation.vote_not_open'),
  webVotes: ({ meeting }) => unless(meeting?.withWeb === true, 'deliberation.no_web_vote'),
  // The end was announced with the meeting: nobody ends the vote as it stands well, and nobody votes after it.
  webRuns: ({ meeting, now }) =>
    unless(!meeting || meeting.votesUntil === null || now <= meeting.votesUntil, 'deliberation.web_over'),
  webOver: ({ meeting, now }) => {
    if (!meeting || meeting.votesUntil === null || now > meeting.votesUntil) return null;
    const until = minuteOf(meeting.votesUntil);
    return unless(meeting.present !== null && meeting.present === meeting.eligible, 'deliberation.web_runs', { until });
  },
  // Each vote on the web is one person present, so only the room can be wrong; and nobody learns the web's before the end.
  sumFits: ({ meeting }) => {
    const { present, yes, no, abstain } = meeting?.room ?? { present: 0, yes: 0, no: 0, abstain: 0 };
    const sum = yes + no + abstain;
    return unless(sum === present, 'deliberation.sum_differs', { yes, no, abstain, sum, present });
  },
  lastMeetingFailed: ({ lastMeeting }) => unless(lastMeeting === 'failed', 'deliberation.not_failed'),
  notPublished: ({ publishedAt }) => unless(publishedAt === null, 'deliberation.published_already'),
  published: ({ publishedAt }) => unless(publishedAt !== null, 'deliberation.not_published'),
  onNotice: ({ noticeUntil, today }) =>
    unless(noticeUntil !== null && today <= noticeUntil, 'deliberation.notice_over'),
  noticeOver: ({ noticeUntil, today }) =>
    unless(noticeUntil !== null && today > noticeUntil, 'deliberation.notice_runs', { until: noticeUntil ?? '' }),
  objectionsAnswered: ({ openObjections }) =>
    unless(openObjections === 0, 'deliberation.objections_open', { count: openObjections }),
  filingNeeded: ({ needsFiling }) => unless(needsFiling, 'deliberation.no_filing'),
  notFiled: ({ filedOn }) => unless(filedOn === null, 'deliberation.filed_already'),
  filedIfNeeded: ({ needsFiling, filedOn }) => unless(!needsFiling || filedOn !== null, 'deliberation.filing_missing'),
  pricesDecided: ({ belowMarket }) => unless(belowMarket, 'deliberation.no_prices'),
  pricesIfDecided: ({ belowMarket, hasPrices }) => unless(!belowMarket || hasPrices, 'deliberation.prices_missing'),
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
