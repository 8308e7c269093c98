import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Part, Status } from './status';

/** 工作联系单: what several units are asked for together, numbered without a gap; one called off keeps its number. */
export const liaisonLetter = table(
  'liaison_letter',
  {
    id: text('id').primaryKey(),
    /** `PL-LX-2024-001`: community, 联系, year, serial. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    streetCode: text('street_code').notNull(),
    /** The order that it is about; its work cannot be handed in while the lead unit owes a reply. */
    orderId: text('order_id'),
    orderCode: text('order_code'),
    /** Who sent it, as `actorKey` names them. */
    sentBy: text('sent_by').notNull(),
    subject: text('subject').notNull(),
    words: text('words').notNull(),
    /** Last day of the reply, inclusive. */
    replyBy: text('reply_by').notNull(),
    status: text('status').$type<Status>().notNull(),
    sentAt: instant('sent_at').notNull(),
    /** The lead's latest reply; null again when it was sent back. */
    leadRepliedAt: instant('lead_replied_at'),
    /** Decisions of its meetings that are not carried out yet. */
    openDecisions: integer('open_decisions').notNull().default(0),
    endedAt: instant('ended_at'),
    /** How it ended, in words; why it was called off. */
    ended: text('ended'),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('liaison_letter_code').on(t.code),
    index('liaison_letter_community').on(t.communityCode, t.status, t.sentAt, t.id),
    index('liaison_letter_street').on(t.streetCode, t.status, t.sentAt, t.id),
    index('liaison_letter_order').on(t.orderId, t.status, t.id),
  ],
);

export const letterUnit = table(
  'letter_unit',
  {
    letterId: text('letter_id').notNull(),
    unitCode: text('unit_code').notNull(),
    part: text('part').$type<Part>().notNull(),
    /** 签收: the receipt of the unit, and who gave it. */
    receivedAt: instant('received_at'),
    receivedBy: text('received_by'),
    repliedAt: instant('replied_at'),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.unitCode] }), index('letter_unit_unit').on(t.unitCode, t.letterId)],
);

/** Every reply as it was given, and why one was sent back. Never changed. */
export const letterReply = table(
  'letter_reply',
  {
    id: text('id').primaryKey(),
    letterId: text('letter_id').notNull(),
    unitCode: text('unit_code').notNull(),
    /** `sent_back`, `extended`: the words are the sender's. */
    kind: text('kind').$type<'reply' | 'sent_back' | 'extended'>().notNull(),
    words: text('words').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('letter_reply_letter').on(t.letterId, t.at, t.id)],
);

/** 协调会 (M11): when, where, about what, and which of the units came. */
export const letterMeeting = table(
  'letter_meeting',
  {
    id: text('id').primaryKey(),
    letterId: text('letter_id').notNull(),
    heldOn: text('held_on').notNull(),
    place: text('place').notNull(),
    agenda: text('agenda').notNull(),
    /** Codes of the units that came. */
    present: json<string[]>('present').notNull(),
    /** Who came beside them. */
    others: text('others'),
    at: instant('at').notNull(),
  },
  (t) => [index('letter_meeting_letter').on(t.letterId, t.at, t.id)],
);

/** What a meeting decided: a tracked item with an owner and a day. */
export const letterDecision = table(
  'letter_decision',
  {
    id: text('id').primaryKey(),
    letterId: text('letter_id').notNull(),
    meetingId: text('meeting_id').notNull(),
    no: integer('no').notNull(),
    words: text('words').notNull(),
    /** The unit that carries it out. */
    ownerUnit: text('owner_unit').notNull(),
    dueOn: text('due_on').notNull(),
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
    /** What was done. */
    settled: text('settled'),
  },
  (t) => [
    index('letter_decision_letter').on(t.letterId, t.meetingId, t.no, t.id),
    index('letter_decision_owner').on(t.ownerUnit, t.dueOn, t.id),
  ],
);
