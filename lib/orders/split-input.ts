import { z } from 'zod';
import { action, limits, orderCode, telling } from './input';

/** At most as many parts are made at once, and stay open beside each other. */
export const mostChildren = 9;

/** 拆单: what is to be done in each part, of which item; and the numbers of parts that are not needed any more. */
export const splitInput = action({
  parts: z
    .array(
      z.object({
        words: telling(limits.basisMin, 'input.part_says_nothing'),
        /** As the whole, where nothing is said. */
        item: z.string().trim().min(1).max(20).optional(),
      }),
    )
    .max(mostChildren)
    .default([]),
  drop: z.array(orderCode).max(mostChildren).default([]),
}).refine(({ parts, drop }) => parts.length + drop.length > 0, { path: ['parts'], message: 'input.part_missing' });
