import { z } from 'zod';
import { action, limits, telling } from './input';
import { whistleKinds } from './status';

/** 转办: `to` is the code of a community, or of a place in it where it has several cells. */
export const transferInput = action({
  to: z.string().trim().min(1).max(40),
  reason: telling(limits.basisMin, 'input.transfer_says_nothing'),
});

/** 吹哨: why it needs the street, of which kind it is (3.12), and on which rule it rests. */
export const escalateInput = action({
  reason: telling(limits.basisMin, 'input.escalate_says_nothing'),
  kind: z.enum(whistleKinds).default('beyond'),
  rule: z.string().trim().min(1).max(200).optional(),
});

/** 签字: what the secretary says to an explanation that they put their name under. */
export const signExplanationInput = action({
  words: telling(limits.basisMin, 'input.verdict_says_nothing'),
}).partial({ version: true });
