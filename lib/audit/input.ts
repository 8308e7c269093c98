import { z } from 'zod';

/** All optional: the newest entries first, narrowed by what is given. */
export const listAuditInput = z.object({
  /** The beginning of a business verb: `membership.` finds what was granted and ended. */
  action: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{0,40})?$/)
    .optional(),
  subject: z.string().trim().min(1).max(80).optional(),
  actor: z.string().trim().min(1).max(64).optional(),
  /** Days in Shanghai, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.string().max(120).optional(),
  limit: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(200))
    .default(50),
});
export type ListAuditInput = z.input<typeof listAuditInput>;
