import { z } from 'zod';

/** An area of any level and two dates, both included; at most two years. */
export const getStatsInput = z
  .object({
    area: z
      .string()
      .trim()
      .regex(/^\d{6,15}(-[0-9A-Z]{1,6})?$/),
    from: z.iso.date(),
    to: z.iso.date(),
  })
  .refine((q) => q.from <= q.to && Date.parse(q.to) - Date.parse(q.from) <= 732 * 86_400_000, { path: ['to'] });
export type GetStatsInput = z.infer<typeof getStatsInput>;

/** A community and one of its months; without one the latest that is over. */
export const monthReportInput = z.object({
  community: z.string().regex(/^\d{12}$/),
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type MonthReportInput = z.infer<typeof monthReportInput>;
