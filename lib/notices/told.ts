import { groupChannels, outsideChannels } from '@/lib/channels/targets';
import type { OrderEventType } from '@/lib/orders/events';
import type { Concerned } from '@/lib/orders/queries/concerned-by';

/**
 * Who is told: somebody by how they stand to the order; `subject`, those whom a complaint is about; `group`, the group
 * of the staff of its community or street; `receiver`, the other system that a webhook is for.
 */
export const audiences = [
  'requester',
  'dispatcher',
  'street',
  'assignee',
  'beside',
  'verifier',
  'supervisor',
  'caller',
  'subject',
  'group',
  'receiver',
] as const satisfies readonly (Concerned | 'subject' | 'group' | 'receiver')[];
export type Audience = (typeof audiences)[number];

/** On what it is told; `inbox` is the list on the page 我, the others are off until they are configured. */
export const channels = ['inbox', ...outsideChannels] as const;
export type Channel = (typeof channels)[number];

/** What else must hold: a field of the event's data that is there and not false, or something of the order. */
export type Only = 'callbackBy' | 'reopened' | 'namesUnit' | 'toResident' | 'asksSuspension' | 'asksStreet';

export interface Telling {
  to: Audience;
  by: readonly Channel[];
  /** Message key below `notice.kind`; the topic where none is given. */
  kind?: string;
  only?: Only;
}

/** An event of which nobody is told, and why that is right. */
export interface Untold {
  nobody: string;
}

/** What the clock finds by itself, without an event of the order. */
export const clockTopics = ['order.unclaimed'] as const;
export type Topic = OrderEventType | (typeof clockTopics)[number];

const inbox = ['inbox'] as const;
/** A resident who left a phone is told there too; whoever left none comes by the query code. */
const phone = ['inbox', 'sms'] as const;
const group: Telling = { to: 'group', by: groupChannels };
const receiver: Telling = { to: 'receiver', by: ['webhook'] };

/**
 * What each event of an order tells to whom on which channel, as data: a new event is a new row here, and
 * docs/notices.md is written from it. Of a complaint its subject learns that there is one and no more (3.9).
 */
export const told = {
  'order.submitted': [
    { to: 'dispatcher', by: inbox },
    { to: 'subject', by: inbox, kind: 'order.about_you', only: 'namesUnit' },
    group,
    receiver,
  ],
  'order.classified': [{ to: 'subject', by: inbox, kind: 'order.about_you', only: 'namesUnit' }, receiver],
  'order.amended': { nobody: 'within ten minutes and before anybody has looked at it' },
  'order.info_asked': [{ to: 'requester', by: phone }, receiver],
  'order.supplemented': [{ to: 'dispatcher', by: inbox }, group, receiver],
  'order.declined': [{ to: 'requester', by: phone }, receiver],
  'order.appealed': [{ to: 'dispatcher', by: inbox }, group, receiver],
  // who may claim it sees it in the pool at the same second (3.11)
  'order.offered': [receiver],
  'order.assigned': [{ to: 'assignee', by: inbox }, { to: 'beside', by: inbox, kind: 'order.named_beside' }, receiver],
  'order.claimed': [{ to: 'requester', by: inbox }, { to: 'dispatcher', by: inbox }, receiver],
  'order.signed': [{ to: 'requester', by: inbox }, receiver],
  'order.reassigned': [{ to: 'assignee', by: inbox }, receiver],
  // whoever it was given to finds it gone, and it is the desk that took it back
  'order.recalled': [receiver],
  'order.contacted': { nobody: 'the requester was spoken to' },
  'order.arrived': { nobody: 'the requester sees it on the page of the order' },
  'order.left': { nobody: 'the requester sees it on the page of the order' },
  'order.returned': [{ to: 'dispatcher', by: inbox }, group, receiver],
  'order.released': [{ to: 'dispatcher', by: inbox }, { to: 'requester', by: inbox }, group, receiver],
  // Any other note stands in the history for who looks at the order.
  'order.noted': [
    { to: 'requester', by: phone, only: 'toResident' },
    { to: 'dispatcher', by: inbox, kind: 'order.suspension_asked', only: 'asksSuspension' },
  ],
  'order.extension_asked': [{ to: 'dispatcher', by: inbox }, { to: 'street', by: inbox, only: 'asksStreet' }, receiver],
  'order.extension_granted': [
    { to: 'assignee', by: inbox },
    { to: 'requester', by: phone, kind: 'order.extended' },
    receiver,
  ],
  'order.extension_refused': [{ to: 'assignee', by: inbox }, receiver],
  'order.suspended': [{ to: 'requester', by: phone }, { to: 'assignee', by: inbox }, receiver],
  'order.resumed': [{ to: 'requester', by: inbox }, { to: 'assignee', by: inbox }, receiver],
  'order.evidence_submitted': [{ to: 'verifier', by: inbox }, receiver],
  'order.passed': [
    { to: 'requester', by: phone },
    // What was done anew is called about within a working day (3.1.3).
    { to: 'caller', by: inbox, kind: 'order.callback_again', only: 'callbackBy' },
    receiver,
  ],
  'order.reworked': [{ to: 'assignee', by: inbox }, { to: 'requester', by: inbox }, receiver],
  'order.rated': [
    // One or two stars that closed: somebody calls within a working day (3.1.3).
    { to: 'caller', by: inbox, kind: 'order.callback_due', only: 'callbackBy' },
    // A "not solved" is told like a reopening, whichever way it was said.
    { to: 'dispatcher', by: inbox, kind: 'order.reopened', only: 'reopened' },
    { to: 'supervisor', by: inbox, kind: 'order.reopened', only: 'reopened' },
    { to: 'group', by: groupChannels, kind: 'order.reopened', only: 'reopened' },
    { to: 'group', by: groupChannels, kind: 'order.callback_due', only: 'callbackBy' },
    receiver,
  ],
  'order.called_back': [
    { to: 'dispatcher', by: inbox, kind: 'order.reopened', only: 'reopened' },
    { to: 'supervisor', by: inbox, kind: 'order.reopened', only: 'reopened' },
    { to: 'group', by: groupChannels, kind: 'order.reopened', only: 'reopened' },
    receiver,
  ],
  // the time to rate ran out, and the message that asked for it said when
  'order.closed_unrated': [receiver],
  'order.closed_no_info': [{ to: 'requester', by: phone }, receiver],
  'order.reopened': [{ to: 'dispatcher', by: inbox }, { to: 'supervisor', by: inbox }, group, receiver],
  'order.nudged': [{ to: 'assignee', by: inbox }, { to: 'dispatcher', by: inbox }, group, receiver],
  'order.merged': [{ to: 'requester', by: inbox }, { to: 'assignee', by: inbox, kind: 'order.merged_away' }, receiver],
  'order.unmerged': [
    { to: 'requester', by: inbox },
    { to: 'assignee', by: inbox, kind: 'order.yours_again' },
    receiver,
  ],
  'order.transferred': [
    { to: 'dispatcher', by: inbox },
    { to: 'requester', by: inbox, kind: 'order.handed_on' },
    group,
    receiver,
  ],
  'order.escalated': [
    { to: 'dispatcher', by: inbox },
    { to: 'requester', by: inbox, kind: 'order.at_street' },
    group,
    receiver,
  ],
  'order.split': [{ to: 'requester', by: inbox }, { to: 'assignee', by: inbox, kind: 'order.yours_split' }, receiver],
  'order.withdrawn': [{ to: 'dispatcher', by: inbox }, { to: 'assignee', by: inbox }, receiver],
  'order.unclaimed': [{ to: 'dispatcher', by: inbox }, group, receiver],
  'order.supervised': { nobody: 'the 督办单 tells whom its ladder names, step by step (ladder.ts)' },
} as const satisfies Record<Topic, readonly Telling[] | Untold>;

/**
 * A dispatch that is undone within seconds: unread lines of it are taken back, and who has read theirs is told `follow`.
 * The only kind that goes to whoever had a line, whatever they are to the order now.
 */
export const takenBack = {
  topic: 'order.recalled',
  kinds: ['order.assigned', 'order.named_beside'],
  follow: 'order.taken_back',
} as const;

/** The rows of one topic; none where nobody is told, or where nothing of the kind is known. */
export function tellingsOf(topic: string): readonly Telling[] {
  const row: readonly Telling[] | Untold | undefined = (told as Record<string, readonly Telling[] | Untold>)[topic];
  return row && !('nobody' in row) ? row : [];
}

/** Every kind of message with those to whom it is told. */
export const audiencesOfKinds: ReadonlyMap<string, ReadonlySet<Audience>> = (() => {
  const found = new Map<string, Set<Audience>>();
  for (const topic of Object.keys(told)) {
    for (const { kind = topic, to } of tellingsOf(topic)) found.set(kind, (found.get(kind) ?? new Set()).add(to));
  }
  return found;
})();
