/** Both ends of a shift, as the forms of the desk and the verbs name them. */
export const shiftNames = ['shiftStartsAt', 'shiftEndsAt'] as const;

/** `2024-01-16T08:00` of a `datetime-local` field is a time in Shanghai. What is none is left to the verb to refuse. */
export const shanghaiInstant = (text: string | undefined): string | undefined =>
  text && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+08:00` : text;

/** An instant (RFC 3339) as a `datetime-local` field shows it: `2024-01-16T08:00` in Shanghai. */
export const shanghaiField = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

/** Both fields of a form as instants; `null` for one that was left empty. */
export const shiftTimes = (form: FormData): Record<string, string | null> =>
  Object.fromEntries(shiftNames.map((name) => [name, shanghaiInstant(String(form.get(name) ?? '')) || null]));
