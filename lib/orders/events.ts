import type { Shortcoming } from '@/lib/replies/rules';
import type {
  Channel,
  Colour,
  ExtensionReason,
  Ground,
  LadderStep,
  Level,
  Outcome,
  Solved,
  Urgency,
  WhistleKind,
} from './status';
import type { Action } from './workflow';

/**
 * Event type → data. Append-only: entries are added, never edited. No personal data: names, phones, door numbers and
 * everything people wrote live in tables of their own, and an event refers to them by id. Instants are given in epoch
 * milliseconds and kept as RFC 3339 (`toldData` of chain.ts).
 */
export interface OrderEventData {
  'order.submitted': {
    code: string;
    item: string;
    urgency: Urgency;
    channel: Channel;
    cell: string;
    level: Level;
    anonymous: boolean;
    confidential: boolean;
    suggested: boolean;
    /** The shift item that a resident chose: its hours are set at the desk, so it was taken as a suggestion. */
    wished?: string;
    photos: string[];
    promise: { acceptBy: number; finishBy: number };
    /** Number of the order of which this one is a part. */
    childOf?: string;
  };
  'order.classified': {
    item: string;
    urgency: Urgency;
    cell: string;
    aboutUnit: string | null;
    intake: boolean;
    /** Only where the classification moved it. */
    level?: Level;
    note?: string;
  };
  /** `urgency` only where the words spoke of danger and raised it. */
  'order.amended': { fields: string[]; urgency?: Urgency };
  'order.info_asked': { note: string; until: number; photos?: string[] };
  'order.supplemented': { note: string; photos: string[]; urgency?: Urgency };
  /** `rightPlace` and `betterOwner` are ids of notes, as `note` is. */
  /** `lacks`: what a reply was found to lack, and was sent all the same (lib/replies). */
  'order.declined': { reason: string; note: string; rightPlace?: string; lacks?: Shortcoming[] };
  'order.appealed': { note: string };
  'order.offered': {
    offer: string;
    scope: string;
    cells: string[];
    skills: string[];
    acceptBy: number;
    finishBy: number;
    /** The rule of routing that sent it off, as `ID@version`. */
    rule?: string;
  };
  'order.assigned': {
    assignment: string;
    unit: string | null;
    person: string | null;
    with: string[];
    acceptBy: number;
    finishBy: number;
    designated: boolean;
    note?: string;
    rule?: string;
  };
  'order.claimed': { offer: string };
  'order.signed': { assignment: string };
  'order.reassigned': {
    assignment?: string;
    offer?: string;
    unit?: string | null;
    person?: string | null;
    acceptBy: number;
    designated?: boolean;
    note?: string;
  };
  /** `undone`: by whoever dispatched it, within seconds; the dispatch limit did not begin anew. */
  'order.recalled': { note: string; undone?: true };
  'order.contacted': { how: string; reached: boolean; note?: string };
  'order.arrived': { metres: number | null; byCode: boolean; far: boolean; note?: string; photos: string[] };
  'order.left': { metres: number | null; byCode: boolean; far: boolean; note?: string; photos: string[] };
  'order.returned': { reason: string; note: string; betterOwner?: string; count: number };
  'order.released': { note: string };
  /** `suspension` where the note asks for one, or says no to it. */
  'order.noted': {
    note: string;
    toResident: boolean;
    photos: string[];
    lacks?: Shortcoming[];
    suspension?: 'asked' | 'refused';
    /** The secretary's name under an explanation (journey 7.5). */
    signs?: 'explained';
    /** The street called units (`units`, by code, to be there by `arriveBy`), or wrote down that one came. */
    whistle?: 'called' | 'arrived';
    units?: string[];
    arriveBy?: number;
    arrivedAt?: number;
    late?: boolean;
  };
  'order.extension_asked': { extension: string; no: number; reason: ExtensionReason; days: number; note?: string };
  'order.extension_granted': {
    extension: string;
    no: number;
    reason: ExtensionReason;
    days: number;
    wasFinishBy: number;
    finishBy: number;
    note?: string;
  };
  'order.extension_refused': { extension: string; no: number; note: string };
  /** `plan` is the id of a note, as `note` is: of what has to be built. */
  'order.suspended': { suspension: string; note: string; plan?: string; resumeOn: string; resumeAt: number };
  /** `until`: up to when it stood still, which is the day that was said also where the clock comes later. */
  'order.resumed': { suspension: string; until: number; wasFinishBy: number; finishBy: number; note?: string };
  'order.evidence_submitted': {
    outcome: Outcome;
    pieces: { kind: string; evidence: string; photos: string[] }[];
    missing: { kind: string; evidence: string }[];
    verifyBy: number;
    lacks?: Shortcoming[];
  };
  /** `callbackBy` where the order was reopened: somebody else calls. */
  'order.passed': { org: string; waived: string[]; note?: string; ratingUntil?: number; callbackBy?: number };
  'order.reworked': { reason: string; note: string; count: number; finishBy: number; org: string };
  'order.rated': {
    rating: string;
    solved: Solved;
    stars: number;
    reason?: string;
    reopened: boolean;
    late: boolean;
    callbackBy?: number;
  };
  'order.called_back': {
    rating: string;
    via: string;
    reached: boolean;
    solved?: Solved;
    stars?: number;
    reopened: boolean;
    unreachable: boolean;
  };
  'order.closed_unrated': { outcome: Outcome };
  'order.closed_no_info': Record<string, never>;
  'order.reopened': { note: string; count: number; level: Level };
  /** 转办: area codes; what was promised and when it is due stay as they are. */
  'order.transferred': { note: string; fromCommunity: string; toCommunity: string; cell: string; level: Level };
  /** 吹哨: `basis` (which rule) is the id of a note, as `note` is. */
  'order.escalated': { note: string; basis?: string; kind: WhistleKind; level: Level };
  /** Numbers of the parts that were made, and of those that are not needed any more. */
  'order.split': { children: string[]; dropped: string[] };
  'order.nudged': { count: number };
  /** `main`: the number of the order that this one follows from now on. */
  'order.merged': { main: string };
  'order.unmerged': { main: string };
  /** `whole`: a part, withdrawn by the program, of the order of this number. */
  'order.withdrawn': { note?: string; whole?: string };
  /** A 督办单: issued, gone up a step (`up`), or due again on the day that its answer named (`again`). */
  'order.supervised': {
    notice: string;
    colour: Colour;
    ground: Ground;
    owner: string | null;
    step: LadderStep | null;
    /** Who is told with the owner. */
    told: string[];
    /** Who is told that there is one and not of which order, which they may not see. */
    unnamed: string[];
    replyBy: number;
    how: 'issued' | 'up' | 'again';
  };
}
export type OrderEventType = keyof OrderEventData;

/** Which event type an action writes; the workflow's `event` column, typed. */
export type EventOf<A extends Action> = typeof import('./workflow').workflow[A]['event'];
