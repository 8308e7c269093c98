/** Joins the class names that hold; `undefined` when none does, so that no empty attribute is written. */
export function classNames(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined;
}
