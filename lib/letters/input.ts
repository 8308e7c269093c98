import { z } from 'zod';
import { clientId, date, telling } from '@/lib/casework/fields';
import { statuses } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  subject: 60,
  words: 1000,
  reply: 1000,
  least: 4,
  reason: 200,
  /** Units beside the lead. */
  coUnits: 12,
  place: 60,
  /** Of one meeting. */
  decisions: 12,
} as const;

export const letterCode = z.string().trim().toUpperCase().min(5).max(32);
const unit = z.string().trim().min(1).max(40);
const reason = telling(limits.least, limits.reason);

export const sendInput = z
  .object({
    clientId,
    community: z.string().regex(/^\d{12}$/),
    /** Number of the order that it is about. */
    order: z.string().trim().toUpperCase().min(5).max(32).optional(),
    subject: telling(limits.least, limits.subject),
    words: telling(limits.least, limits.words),
    lead: unit,
    co: z
      .array(unit)
      .max(limits.coUnits)
      .default([])
      .transform((units) => [...new Set(units)]),
    /** Last day, inclusive. */
    replyBy: date,
  })
  .refine(({ lead, co }) => !co.includes(lead), { path: ['co'], message: 'letter.lead_among_others' });

const onCase = { code: letterCode, version: z.int().min(1), clientId };
/** Receipts and replies of several units do not make each other stale. */
const besides = { code: letterCode, version: z.int().min(1).optional(), clientId };

export const receiveInput = z.object(besides);
export const replyInput = z.object({ ...besides, words: telling(limits.least, limits.reply) });
export const sendBackInput = z.object({ ...onCase, reason, replyBy: date });
export const extendInput = z.object({ ...onCase, reason, replyBy: date });
export const endInput = z.object({ ...onCase, reason });

/** 协调会: the day it was held, where, about what, which units came, and what was decided, each with an owner and a day. */
export const meetingInput = z.object({
  ...onCase,
  heldOn: date,
  place: z.string().trim().min(1).max(limits.place),
  agenda: telling(limits.least, limits.words),
  present: z
    .array(unit)
    .min(1)
    .max(limits.coUnits + 1),
  others: z.string().trim().max(limits.reason).optional(),
  decisions: z
    .array(z.object({ words: telling(limits.least, limits.reason), owner: unit, dueOn: date }))
    .max(limits.decisions)
    .default([]),
});
export const settleInput = z.object({ ...besides, decision: z.uuid(), words: telling(limits.least, limits.reply) });
export const postponeInput = z.object({ ...onCase, decision: z.uuid(), dueOn: date, reason });

export const oneInput = z.object({ code: letterCode });

export const listInput = z.object({
  status: z.enum(statuses).optional(),
  /** `late`: past the last day, with a reply owed. `mine`: sent to a unit of the actor's. */
  view: z.enum(['all', 'late', 'mine']).default('all'),
  order: z.string().trim().toUpperCase().max(32).optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
