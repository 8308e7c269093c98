import { DomainError } from '@/lib/kernel/errors';

/** As it is read: full-width letters, marks without a width, spaces and dots between the parts of a name do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\s·‧•・.]/gu, '')
    .toLowerCase();

/** 李 or Li stands in too many words to tell anybody apart. */
const tells = (name: string): boolean => [...name].length >= (/^[a-z]+$/.test(name) ? 4 : 2);

/** The first of `names` (of people, their phones, their doors) that stands in a text, as it was given; null without any. */
export function namedIn(text: string, names: readonly string[]): string | null {
  const read = plain(text);
  return names.find((name) => tells(plain(name)) && read.includes(plain(name))) ?? null;
}

// A mobile number however it is broken up (100 8765 4321), and the number of an identity card.
const numbers = [/(?<!\d)1\d{10}(?!\d)/, /(?<!\d)\d{17}[\dx](?!\w)/i];

/** A number in a text by which somebody can be rung up or looked up, without the breaks in it; null without any. */
export function numberIn(text: string): string | null {
  const read = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\d)[\s\u2010-\u2015·-]+(?=\d)/g, '')
    .replace(/(\+|\b00)86(?=1\d{10})/g, '');
  for (const number of numbers) {
    const found = number.exec(read);
    if (found) return found[0];
  }
  return null;
}

/** Every text of a value with its path: `points.0`, `rows.2.heard`. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/**
 * What everybody may read names nobody and gives no number of anybody. `fields`: the texts by the names of their fields;
 * `names`: whoever stands behind the case (its rolls, who asked, who left a contact).
 * @throws invalid `public.names_somebody`, `public.holds_number`: in which field, and what to leave out
 */
export function refuseNamed(fields: Record<string, unknown>, names: readonly string[]): void {
  const said = Object.entries(fields).flatMap(([field, value]) => textsOf(value, field));
  const issues = said.flatMap(({ path, text }) => {
    const name = namedIn(text, names);
    const found = name ?? numberIn(text);
    const reason = name === null ? 'public.holds_number' : 'public.names_somebody';
    return found === null ? [] : [{ path, reason, message: reason, params: { said: found } }];
  });
  const [first] = issues;
  if (first) throw new DomainError('invalid', first.reason, { params: first.params, issues });
}
