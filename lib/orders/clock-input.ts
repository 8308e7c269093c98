import { z } from 'zod';
import { action, limits, reason, telling } from './input';
import { extensionDays, extensionReasons } from './status';

const days = z
  .union([
    z.int(),
    z
      .string()
      .trim()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ])
  .pipe(
    z
      .int()
      .min(1)
      .max(Math.max(...extensionDays)),
  );
/** 延期 (3.4): working days, at most five the first time and ten the second. */
export const askExtensionInput = action({ reason: z.enum(extensionReasons), days, words: reason.optional() });
/** Fewer days than were asked for may be granted. */
export const grantExtensionInput = action({ days: days.optional(), words: reason.optional() });
export const refuseExtensionInput = action({ reason: telling(limits.basisMin, 'input.refusal_says_nothing') });
const suspension = {
  reason: telling(limits.basisMin, 'input.suspension_says_nothing'),
  resumeOn: z.iso.date(),
  plan: telling(limits.basisMin, 'input.suspension_says_nothing').optional(),
};
/** 挂起: the resident reads the reason and the day; `plan` is written of what has to be built (挂账, 3.4). */
export const suspendInput = action(suspension);
export const askSuspensionInput = action(suspension).partial({ version: true });
export const refuseSuspensionInput = action({ reason: telling(limits.basisMin, 'input.refusal_says_nothing') });
export const resumeInput = action({ words: reason.optional() });
