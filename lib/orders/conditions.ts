import type { Standing } from './policy';
import { extensionDays, type Level, type Status, type Urgency } from './status';

/** The facts of an order that conditions look at; a row of `orders` has them all. */
export interface OrderFacts {
  status: Status;
  level: Level;
  urgency: Urgency;
  now: number;
  holderKind: 'unit' | 'person' | 'volunteer' | null;
  intakeAt: number | null;
  submittedAt: number;
  appealed: boolean;
  appealUntil: number | null;
  reopenUntil: number | null;
  ratingUntil: number | null;
  needInfoUntil: number | null;
  returnBy: number | null;
  designated: boolean;
  ratedClosing: number;
  outcome: string | null;
  /** When work ends on the day to which the latest nudge counts. */
  nudgeAgainAt: number | null;
  /** Extensions that were granted, and whether one is asked for now. */
  extensionCount: number;
  extensionAsked: boolean;
  reopenCount: number;
  /** 解释办结 after a second reopening: when the secretary signed it. */
  explainedSignedAt: number | null;
  /** Of a suspended order: when it goes on. */
  resumeAt: number | null;
  /** Over the day's limit of its requester, and nobody has looked at it yet (3.8). */
  heldForRelease: boolean;
  /** A rule acts, not a person. */
  byRule: boolean;
  sealed: boolean;
  /** A part of another order. */
  isChild: boolean;
  staffBrowser: boolean;
  /** The return reason, where the action carries one. */
  returnReason?: string;
}

type Condition = (facts: OrderFacts, standing: Pick<Standing, 'relations'>) => string | null;

/** A merged order is answered in the windows of its main order, which stand on its own row. */
const mainAnswerable = (f: OrderFacts): string | null =>
  f.ratingUntil === null
    ? 'order.main_not_done'
    : f.ratedClosing > 0
      ? 'order.already_rated'
      : f.reopenUntil !== null && f.now >= f.reopenUntil
        ? 'order.rating_too_late'
        : null;

/** How long a requester may set right what they sent, before the intake (3.1). */
export const undoMs = 10 * 60_000;

/** 撤销 of one's own dispatch: ten seconds on the page, and five for the way there and back. Milliseconds. */
export const undoDispatchMs = 15_000;

/** Named, pure, each gives the reason of a refusal or null; the action table says which rows ask which. */
export const conditions = {
  withinTenMinutes: (f) =>
    f.intakeAt !== null ? 'order.amend_after_intake' : f.now - f.submittedAt > undoMs ? 'order.amend_too_late' : null,
  notAppealed: (f) =>
    f.appealed
      ? 'order.already_appealed'
      : f.appealUntil !== null && f.now >= f.appealUntil
        ? 'order.appeal_too_late'
        : null,
  staffHandler: (f) => (f.holderKind === 'volunteer' ? 'order.volunteer_releases' : null),
  volunteerHandler: (f) => (f.holderKind === 'volunteer' ? null : 'order.staff_returns'),
  // 3.3: later than the limit must be handled; a conflict of interest (R8) is never too late to say.
  returnInTime: (f) =>
    f.returnReason === 'R8'
      ? null
      : f.designated
        ? 'order.designated'
        : f.returnBy !== null && f.now > f.returnBy
          ? 'order.return_too_late'
          : null,
  rateable: (f) =>
    f.status === 'merged'
      ? mainAnswerable(f)
      : f.status !== 'closed'
        ? null
        : f.outcome === 'no_info'
          ? 'order.nothing_to_rate'
          : f.ratedClosing > 0
            ? 'order.already_rated'
            : f.reopenUntil !== null && f.now >= f.reopenUntil
              ? 'order.rating_too_late'
              : null,
  callable: (f) =>
    f.status === 'merged'
      ? mainAnswerable({ ...f, ratedClosing: 0 })
      : f.status === 'closed' && f.outcome === 'no_info'
        ? 'order.nothing_to_rate'
        : f.status === 'closed' && f.reopenUntil !== null && f.now >= f.reopenUntil
          ? 'order.rating_too_late'
          : null,
  reopenable: (f) => (f.reopenUntil !== null && f.now >= f.reopenUntil ? 'order.reopen_too_late' : null),
  ratingWindowOver: (f) => (f.ratingUntil !== null && f.now < f.ratingUntil ? 'order.window_open' : null),
  infoWindowOver: (f) => (f.needInfoUntil !== null && f.now < f.needInfoUntil ? 'order.window_open' : null),
  onceAWorkingDay: (f) => (f.nudgeAgainAt !== null && f.now < f.nudgeAgainAt ? 'order.already_nudged' : null),
  releasedByPerson: (f) => (f.byRule && f.heldForRelease ? 'order.needs_release' : null),
  notSealed: (f) => (f.sealed ? 'order.sealed_not_offered' : null),
  mergeable: (f) => (f.sealed ? 'order.sealed_not_merged' : null),
  // 3.1 "can be undone", but for what was answered together with its main order, and once the time to answer is over.
  unanswered: (f) =>
    f.ratedClosing > 0
      ? 'order.answered_with_main'
      : f.reopenUntil !== null && f.now >= f.reopenUntil
        ? 'order.unmerge_too_late'
        : null,
  // 3.4: U1 never; two at most; one at a time. The second is the street's, which sees nothing sealed below its level.
  extendable: (f) =>
    f.urgency === 'U1'
      ? 'order.extension_u1'
      : f.extensionAsked
        ? 'order.extension_open'
        : f.extensionCount >= extensionDays.length
          ? 'order.extension_third'
          : f.extensionCount > 0 && f.sealed && f.level === 'community'
            ? 'order.extension_sealed'
            : null,
  extensionAsked: (f) => (f.extensionAsked ? null : 'order.extension_none'),
  streetGrantsSecond: (f, { relations }) =>
    f.extensionCount > 0 && !relations.has('street') ? 'order.extension_by_street' : null,
  // What must not be extended must not be put off by another name.
  suspendable: (f) => (f.urgency === 'U1' ? 'order.suspend_u1' : null),
  resumeDay: (f) => (f.byRule && f.resumeAt !== null && f.now < f.resumeAt ? 'order.window_open' : null),
  atCommunity: (f) => (f.level === 'street' ? 'order.already_at_street' : null),
  // After the second reopening the community alone does not close it (3.1.2, journey 7.5): the street asks the resident,
  // and an explanation stands only with the secretary's name under it.
  streetCloses: (f, { relations }) =>
    f.reopenCount >= 2 && !relations.has('street') ? 'order.callback_by_street' : null,
  signedBySecretary: (f) =>
    f.reopenCount >= 2 && f.outcome === 'explained' && f.explainedSignedAt === null ? 'order.secretary_signs' : null,
  // Asked of, declined, called back and split is the whole, whose requester answers for all of it.
  wholeOrder: (f) => (f.isChild ? 'order.child_not_whole' : null),
  ownBrowser: (f) => (f.staffBrowser ? 'order.staff_browser' : null),
} satisfies Record<string, Condition>;
export type ConditionName = keyof typeof conditions;
