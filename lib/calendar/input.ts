import { z } from 'zod';
import { dayKinds } from './working-calendar';

const date = z.iso.date();
/** Outside these no working calendar of the People's Republic is known or foreseeable. */
const year = z.coerce.number<number | string>().int().min(2000).max(2100);
const kind = z.enum(dayKinds).nullable();
const name = z.string().trim().min(1).max(30);
const nameEn = z.string().trim().min(1).max(60);
const source = z.string().trim().min(1).max(200);
const note = z.string().trim().max(200).nullish();

/** One exception, set (`kind`) or removed (`kind: null`); `expected` is what the editor saw standing there. */
export const setCalendarDayInput = z
  .object({
    date,
    kind,
    expected: kind,
    name: name.optional(),
    nameEn: nameEn.optional(),
    source: source.optional(),
    note,
  })
  .superRefine((day, check) => {
    if (day.kind === null) return;
    for (const field of ['name', 'nameEn', 'source'] as const) {
      if (!day[field]) check.addIssue({ code: 'invalid_type', expected: 'string', path: [field], message: 'required' });
    }
  });
export type SetCalendarDayInput = z.input<typeof setCalendarDayInput>;

/** `covered: false` takes the statement back. */
export const coverCalendarYearInput = z.object({
  year,
  covered: z.boolean().default(true),
  source,
  checkedOn: date,
});
export type CoverCalendarYearInput = z.input<typeof coverCalendarYearInput>;

/** The file seeds/reference/calendar-days.json. */
export const loadCalendarInput = z.object({
  years: z.array(z.object({ year, source, checkedOn: date })).min(1),
  days: z.array(z.object({ date, kind: z.enum(dayKinds), name, nameEn, source, note })),
});
export type LoadCalendarInput = z.input<typeof loadCalendarInput>;

export const listCalendarDaysInput = z.object({ year });
export type ListCalendarDaysInput = z.input<typeof listCalendarDaysInput>;
