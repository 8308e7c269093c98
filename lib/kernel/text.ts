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

/** What is written to get past a field: it fills the line and tells nobody anything. Letters and digits only. */
const emptyPhrases = new Set(
  [
    '没有原因 没有理由 没有依据 没有说明 没有意见 没什么 没有了 无原因 无理由 无依据 无意见 不知道 不清楚 不详细 不想说 不受理',
    '不予受理 不予办理 退单 退回 退回去 让单 原因如上 理由如上 同上所述 如题所述 测试一下 测试内容 随便写写 随便写的 就这样 就这样吧',
    'none null nothing noreason nocomment unknown test testing okay same asabove sameasabove asdf asdfg qwer qwerty',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a text that somebody else has to act on tells them anything: `least` letters and digits or more, not digits
 * alone, not the same one or two again and again, and no phrase that only fills the line. Punctuation, spaces and
 * pictures do not count.
 */
export function tellsSomething(text: string, least: number): boolean {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
  return (
    letters.length >= least &&
    new Set(letters).size >= Math.min(least, 3) &&
    letters.some((letter) => /\p{L}/u.test(letter)) &&
    !emptyPhrases.has(letters.join(''))
  );
}

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
