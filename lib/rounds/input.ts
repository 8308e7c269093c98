import { z } from 'zod';
import { clientId, date, telling } from '@/lib/casework/fields';
import { statuses, ways } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  question: 80,
  questionEn: 160,
  words: 800,
  entry: 500,
  entryMin: 4,
  reasonMin: 6,
  /** Rows of one list. */
  rows: 30,
  row: 300,
  who: 40,
  /** Heads of one meeting. */
  heads: 5000,
} as const;

export const roundCode = z.string().trim().toUpperCase().min(5).max(32);

export const openInput = z
  .object({
    clientId,
    community: z.string().regex(/^\d{12}$/),
    question: telling(4, limits.question),
    questionEn: z.string().trim().max(limits.questionEn).optional(),
    /** What it is about, for who is asked. */
    words: z.string().trim().max(limits.words).default(''),
    opensOn: date,
    /** Last day, inclusive. */
    closesOn: date,
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], message: 'round.ends_before' });

export const collectInput = z.object({ code: roundCode, clientId, words: telling(limits.entryMin, limits.entry) });

export const writeDownInput = z
  .object({
    code: roundCode,
    clientId,
    way: z.enum(ways).exclude(['web']),
    words: telling(limits.entryMin, limits.entry),
    /** How many said so; one on paper. */
    heads: z.int().min(1).max(limits.heads).default(1),
  })
  .refine(({ way, heads }) => way !== 'paper' || heads === 1, { path: ['heads'], message: 'round.one_on_paper' });

const onCase = { code: roundCode, version: z.int().min(1), clientId };

/** `reason`: why before the last day is over, for everybody; not asked for after it. */
export const closeInput = z.object({ ...onCase, reason: telling(limits.reasonMin, limits.row).optional() });

/** 我们听到 / 我们做. `heard` is written by people and names nobody; what somebody said is never published as it stands. */
export const listedInput = z.object({
  ...onCase,
  rows: z
    .array(
      z.object({
        heard: telling(limits.entryMin, limits.row),
        heardEn: z.string().trim().max(limits.row).optional(),
        doing: telling(limits.entryMin, limits.row),
        doingEn: z.string().trim().max(limits.row).optional(),
        who: z.string().trim().max(limits.who).optional(),
        dueOn: date.optional(),
      }),
    )
    .min(1, 'round.list_empty')
    .max(limits.rows),
});

/** One round; `cursor`: where the entries go on, for who reads them. */
export const oneInput = z.object({ code: roundCode, cursor: z.string().trim().max(100).optional() });

export const listInput = z.object({
  community: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  status: z.enum(statuses).optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
