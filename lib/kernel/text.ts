/** 张*, 欧阳**: the first character and a star for each that follows. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** A number as people type and paste it: full-width digits, spaces, brackets, dashes and the country's prefix are forgiven. */
export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s()\u2010-\u2015-]/g, '')
    .replace(/^(\+|00)86/, '');

/** 138****0001. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Without U+0000 and halves of surrogate pairs, which no keyboard makes and PostgreSQL does not store. */
export const storableText = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '');

/**
 * The path of the first text in `value` (names of fields included) that PostgreSQL cannot store and no keyboard makes:
 * U+0000, or half of a surrogate pair. Null when there is none. Bytes are no text and are not looked at.
 */
export function unstorableAt(value: unknown, path: readonly string[] = []): string[] | null {
  if (typeof value === 'string') return value.includes('\u0000') || /\p{Surrogate}/u.test(value) ? [...path] : null;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorableAt(key, path) ?? unstorableAt(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
