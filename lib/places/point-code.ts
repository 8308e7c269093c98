const separator = String.raw`[\s_.·‐-―−-]*`;
/** How many digits a number has that was read: the letters that look like digits leave it open where it begins. */
const shapes = [1, 2, 3].map(
  (count) =>
    new RegExp(
      `^([A-Z0-9]{0,4}?)${separator}([A-Z01])${separator}区?${separator}([0-9OIL]{${count}})(?:号楼?|[栋幢楼#])?$`,
    ),
);

/** What looks alike on a wall and in a hand: O and 0, I, L and 1. */
const alike = (text: string): string => text.replace(/O/g, '0').replace(/[IL]/g, '1');

function lettersLike(sign: string): string[] {
  if (sign === '0' || sign === 'O') return ['O'];
  return /[1IL]/.test(sign) ? ['L', 'I'] : [sign];
}

/** Full width and small letters are the same; a message in which the code was sent puts a full stop behind it. */
const plainOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/**
 * Whether this very code was written, sign by sign: only small letters, full width, dashes and look-alikes are forgiven.
 * What leaves out the community or a zero, or names the building as it is spoken of, was read off no wall.
 */
export function isWrittenAs(typed: string, code: string): boolean {
  const signs = (text: string) => alike(plainOf(text).replace(new RegExp(separator, 'g'), ''));
  return signs(typed) === signs(code);
}

/** 5 → `5`, `05`, `005`: slips of one community write it in one of these ways. */
const numbersLike = (digits: string): string[] => {
  const number = String(Number(alike(digits)));
  return [...new Set([1, 2, 3].map((length) => number.padStart(length, '0')))];
};

/**
 * Which codes of slips may be meant by what somebody typed: full width, small letters, spaces, a missing or another dash,
 * look-alike letters and digits, a missing zero (`c5` is `PL-C05`), a missing community, and the building as it is spoken
 * of (`C区5号楼`). A stair or a door behind it is not thrown away: then none is meant.
 * @param prefixes what the codes of the communities begin with (`PL`)
 * @returns the code as it was written first, when it is one; then every other reading
 */
export function pointCodesMeant(typed: string, prefixes: readonly string[]): string[] {
  const plain = plainOf(typed);
  const written = plain.replace(new RegExp(separator.replace('*', '+'), 'g'), '-');
  const isCode = /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(written);
  const readings = shapes.flatMap((shape) => {
    const [, prefix = '', letter = '', digits = ''] = shape.exec(plain) ?? [];
    if (!letter) return [];
    const known = prefixes.filter((one) => prefix === '' || alike(one) === alike(prefix));
    return known.flatMap((one) =>
      lettersLike(letter).flatMap((sign) => numbersLike(digits).map((number) => `${one}-${sign}${number}`)),
    );
  });
  return [...new Set([...(isCode ? [written] : []), ...readings])];
}
