import { z } from 'zod';
import { clientId, date, telling } from '@/lib/casework/fields';
import { decisions, statuses, weighedBy } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  title: 60,
  titleEn: 120,
  words: 1500,
  reason: 500,
  photos: 6,
  reasonMin: 6,
  titleMin: 4,
} as const;

const caseNumber = z.string().trim().toUpperCase().min(5).max(32);

const linkedTo = { deliberation: caseNumber.optional(), project: caseNumber.optional() };

const title = telling(limits.titleMin, limits.title);
const words = telling(limits.reasonMin, limits.words);
const wordsEn = z.string().trim().max(limits.words).optional();
const reason = telling(limits.reasonMin, limits.reason);

/**
 * 采纳, 部分采纳, 不采纳. An answer without a reason, or an adopted one without a date, cannot be sent (M14). `title` and
 * `words` are for everybody: without names.
 */
export const giveInput = z
  .object({
    clientId,
    /** Number of the order that is answered. */
    order: caseNumber,
    title,
    titleEn: z.string().trim().max(limits.titleEn).optional(),
    decision: z.enum(decisions),
    weighedBy: z.enum(weighedBy),
    weighedOn: date,
    words,
    wordsEn,
    reason,
    /** Last day of the promise, `YYYY-MM-DD`. */
    dueOn: date.optional(),
    ...linkedTo,
  })
  .refine(({ decision, dueOn }) => decision === 'not_adopted' || dueOn !== undefined, {
    path: ['dueOn'],
    message: 'answer.date_missing',
  })
  .refine(({ decision, dueOn }) => decision !== 'not_adopted' || dueOn === undefined, {
    path: ['dueOn'],
    message: 'answer.date_not_wanted',
  });

const onCase = { code: caseNumber, version: z.int().min(1), clientId };

export const restateInput = z.object({ ...onCase, words, wordsEn, reason, dueOn: date });
export const fulfilInput = z.object({
  ...onCase,
  words,
  wordsEn,
  doneOn: date,
  photos: z.array(z.uuid()).max(limits.photos).default([]),
});
export const sayInput = z.object({ ...onCase, words, wordsEn, reason });
export const linkInput = z
  .object({ code: caseNumber, version: z.int().min(1).optional(), clientId, ...linkedTo })
  .refine(({ deliberation, project }) => deliberation !== undefined || project !== undefined, {
    path: ['deliberation'],
    message: 'answer.nothing_linked',
  });

export const answerCode = z.object({ code: caseNumber });

export const listInput = z.object({
  community: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  status: z.enum(statuses).optional(),
  /** Only promises whose day has passed. */
  late: z.union([z.boolean(), z.stringbool()]).optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
