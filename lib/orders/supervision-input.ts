import { z } from 'zod';
import { isDateText } from '@/lib/calendar/shanghai';
import { action, instant, limits, reason } from './input';
import { colours } from './status';

/** 督办 by a person: which colour, who answers (an account or a person), by when, and why. */
export const superviseInput = action({
  colour: z.enum(colours),
  owner: z.string().trim().min(1).max(64),
  replyBy: instant,
  words: reason.optional(),
});

/** In addresses and forms: `PLDB2024-0007`. */
export const noticeCode = z.string().trim().toUpperCase().min(5).max(32);

const said = z.string().trim().min(1, 'input.required').max(limits.shortWords);

/** M10: whom somebody called and what was said, the cause, the measure, and the day on which it is looked at again. */
export const replyInput = z.object({
  code: noticeCode,
  clientId: z.string().trim().min(8).max(100),
  calls: said,
  cause: said,
  measure: said,
  checkOn: z.string().refine(isDateText, 'input.not_a_date'),
});

const count = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(200));

export const listSupervisionsInput = z.object({
  /** `open`: nobody has answered; `late`: past its time as well. */
  state: z.enum(['all', 'open', 'late', 'answered', 'ended']).default('all'),
  colour: z.enum(colours).optional(),
  order: z.string().trim().toUpperCase().max(32).optional(),
  cursor: z.string().max(200).optional(),
  limit: count.default(50),
});
