import { z } from 'zod';
import { isDateText } from '@/lib/calendar/shanghai';
import { tellsSomething } from '@/lib/kernel/text';

/** `YYYY-MM-DD`, a day that exists. */
export const date = z.string().refine(isDateText, 'input.not_a_date');

/** The key of one form: the same again is the same act. */
export const clientId = z.string().trim().min(8).max(100);

/** Epoch ms, or RFC 3339 with its offset; between 2000 and 2100. */
export const instant = z
  .union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
  .pipe(z.int().min(946_684_800_000).max(4_102_444_800_000));

/** A text of at most `most` characters that tells somebody something, by `least` letters or more. */
export const telling = (least: number, most: number, refusal = 'input.tells_nothing') =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => tellsSomething(text, least), refusal);
