import { z } from 'zod';
import { clientId, date, telling } from '@/lib/casework/fields';
import { uploadId } from '@/lib/uploads/input';
import { fundings } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  title: 60,
  titleEn: 120,
  words: 1000,
  reason: 300,
  place: 80,
  label: 60,
  receipt: 40,
  caption: 60,
  reasonMin: 6,
  /** 20 million yuan in fen: what both engines keep as one whole number. */
  fen: 2_000_000_000,
} as const;

const noAmount = 'project.not_an_amount';
const fen = z.int(noAmount).min(1, noAmount).max(limits.fen, noAmount);
const reason = telling(limits.reasonMin, limits.reason, 'project.reason_says_nothing');
const orderNumbers = z.array(z.string().trim().toUpperCase().max(32)).max(200);
const decisionCode = z.string().trim().toUpperCase().min(5).max(32);

export const projectCode = z.string().trim().toUpperCase().min(5).max(32);

const action = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object({ code: projectCode, version: z.int().min(1), clientId, ...shape });
/** A quiet action says nothing of what its sender has seen. */
const quiet = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object({ code: projectCode, version: z.int().min(1).optional(), clientId, ...shape });

export const openInput = z.object({
  clientId,
  community: z.string().regex(/^\d{12}$/),
  title: z.string().trim().min(2).max(limits.title),
  titleEn: z.string().trim().max(limits.titleEn).optional(),
  words: z.string().trim().min(4).max(limits.words),
  place: z.string().trim().min(2).max(limits.place),
  budgetFen: fen,
  fundings: z.array(z.enum(fundings)).min(1).max(fundings.length),
  dueOn: date,
  /** The decision that it carries out; without one it stands on the year's list alone. */
  deliberation: decisionCode.optional(),
  /** Numbers of the orders that asked for it. */
  orders: orderNumbers.default([]),
});

export const startInput = action({ on: date });
export const completeInput = action({ on: date });
export const stopInput = action({ reason });
export const postponeInput = action({ newDueOn: date, reason });
export const explainInput = action({ reason });
export const raiseInput = action({ amountFen: fen, deliberation: decisionCode, reason });

/** `spend`: the id of the payment that was entered wrongly. */
export const correctSpendInput = action({ spend: z.string().trim().min(1).max(80), reason });

export const milestoneInput = quiet({ title: z.string().trim().min(2).max(limits.label), dueOn: date });
export const reachInput = quiet({
  ordinal: z.int().min(1).max(1000),
  on: date,
  words: z.string().trim().max(limits.reason).optional(),
});
export const spendInput = quiet({
  on: date,
  label: z.string().trim().min(2).max(limits.label),
  amountFen: fen,
  receiptNo: z.string().trim().min(1).max(limits.receipt),
});
export const photoInput = quiet({
  upload: uploadId,
  words: z.string().trim().min(2).max(limits.caption),
  takenOn: date,
});
export const sourcesInput = quiet({ orders: orderNumbers.min(1) });

export const listInput = z.object({
  community: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  status: z.string().trim().max(120).optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
