import { z } from 'zod';
import { instant } from './input';
import { colours, orderSorts, orderViews } from './status';

/** An order number or its query code, with what opens the number. */
export const openByCodeInput = z.object({
  code: z.string().trim().min(1).max(40),
  phoneTail: z.string().trim().max(4).optional(),
  pin: z.string().trim().max(6).optional(),
  /** The key of the write it is opened for: a used link gives that write's first answer again. */
  clientId: z.string().trim().max(100).optional(),
});
export type OpenByCodeInput = z.infer<typeof openByCodeInput>;

const count = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(200));

export const listOrdersInput = z.object({
  status: z.string().max(200).optional(),
  view: z.enum(orderViews).default('all'),
  area: z.string().trim().max(40).optional(),
  item: z.string().trim().max(4).optional(),
  q: z.string().trim().max(60).optional(),
  due: z.enum(['soon', 'over']).optional(),
  colour: z.enum(colours).optional(),
  assignee: z.string().trim().max(64).optional(),
  branch: z.string().trim().max(64).optional(),
  updatedSince: instant.optional(),
  /** Without it each view has its own: the nearest due time first, what is over with the newest first. */
  sort: z.enum(orderSorts).optional(),
  cursor: z.string().max(200).optional(),
  limit: count.default(50),
});
export type ListOrdersInput = z.input<typeof listOrdersInput>;
