import { z } from 'zod';
import { action, instant, limits, reason, telling } from './input';
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

const unit = z.string().trim().min(1).max(40);

/** 街道吹哨 (3.12): which units, to be there by when, and what for. One ticked box of a form is a list of one. */
export const callUnitsInput = action({
  units: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(unit).min(1).max(20)),
  arriveBy: instant,
  reason: telling(limits.basisMin, 'input.whistle_says_nothing'),
}).partial({ version: true });

/** 部门报到: who came and what they do here; `arrivedAt` where it is written down later than it was. */
export const unitArrivalInput = action({ unit, words: reason, arrivedAt: instant.optional() }).partial({
  version: true,
});
