import { boolean, index, instant, integer, table, text, uniqueIndex } from '#dialect';
import type { OutsideChannel } from '@/lib/channels/targets';

/** One line in a person’s inbox. */
export const notice = table(
  'notice',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** Message key below `notice.kind`. */
    kind: text('kind').notNull(),
    /** Empty where the reader may not know which order it is; then the line leads nowhere. */
    orderCode: text('order_code').notNull(),
    /** What it is about, once: the same event told twice makes one line. */
    dedupe: text('dedupe').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    uniqueIndex('notice_dedupe').on(t.personId, t.dedupe),
    index('notice_person').on(t.personId, t.createdAt, t.id),
  ],
);

/**
 * One message to somebody outside, from when it is due until it was taken or given up. What it says is made when it is
 * sent, so that nothing personal is kept here, and what was sealed meanwhile says no more than its number.
 */
export const noticeDelivery = table(
  'notice_delivery',
  {
    /** Goes with every try, so that whoever gets a message twice can drop the second. */
    id: text('id').primaryKey(),
    channel: text('channel').$type<OutsideChannel>().notNull(),
    /** An area code, `receiver`, or for a short message `requester`: never an address or a number. */
    target: text('target').notNull(),
    kind: text('kind').notNull(),
    /** What it is about, once for each channel and target. */
    dedupe: text('dedupe').notNull(),
    /** Null for a test. */
    orderId: text('order_id'),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    /** U1: not kept back at night. */
    urgent: boolean('urgent').notNull(),
    /** `dropped`: there was nobody to send it to any more, or it was a test that failed. */
    state: text('state').$type<'pending' | 'claimed' | 'sent' | 'dead' | 'dropped'>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** Real clock; of a claimed row the end of its lease, which is also the mark of who claimed it. */
    availableAt: instant('available_at').notNull(),
    triedAt: instant('tried_at'),
    sentAt: instant('sent_at'),
    failedAt: instant('failed_at'),
    lastError: text('last_error'),
  },
  (t) => [
    uniqueIndex('notice_delivery_dedupe').on(t.dedupe, t.channel, t.target),
    index('notice_delivery_due').on(t.state, t.channel, t.target, t.availableAt),
    index('notice_delivery_order').on(t.orderId, t.channel, t.target, t.seq, t.id),
    index('notice_delivery_tried').on(t.channel, t.target, t.triedAt),
  ],
);
