import { readQueryCode } from '@/lib/kernel/ids';

/** PL20240110-0007: letters of the community, date, daily serial. */
export const isNumber = (handle: string): boolean => /^[A-Z]{2,12}\d{8}-\d{4,6}$/.test(handle);

/**
 * What a person typed where a code or a number is asked for: full-width letters, small letters, spaces and a missing
 * dash are forgiven, and the look-alikes of a query code too.
 */
export function readHandle(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s－–—_]/g, (sign) => (/\s/.test(sign) ? '' : '-'));
  const number = /^([A-Z]{2,12})-?(\d{8})-?(\d{4,6})$/.exec(plain);
  if (number) return `${number[1]}${number[2]}-${number[3]}`;
  return readQueryCode(plain) ?? plain;
}

/** The second field beside a number: four digits are the phone's, six the PIN. */
export function readSecret(typed: string): { pin?: string; phoneTail?: string } {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  if (digits.length === 6) return { pin: digits };
  // Whoever types the whole phone means its end.
  return digits.length >= 4 ? { phoneTail: digits.slice(-4) } : {};
}

/** What is wrong with the shape of what was typed into the look-up, so that nothing needs to be looked up. */
export type Misshapen =
  | { key: 'empty' | 'number_needs' | 'phone'; field: 'code' | 'secret' }
  | { key: 'length'; field: 'code'; count: number };

/**
 * Judges by shape alone, so its answer says nothing of any order; null when it may be looked up. `handle` as read by
 * `readHandle`. Neither a number that was begun nor the token of a message's link is a code of the wrong length.
 */
export function misshapen(handle: string, secret: ReturnType<typeof readSecret>): Misshapen | null {
  const plain = handle.replaceAll('-', '');
  if (!plain) return { key: 'empty', field: 'code' };
  if (isNumber(handle)) return secret.pin || secret.phoneTail ? null : { key: 'number_needs', field: 'secret' };
  if (/^1\d{10}$/.test(plain)) return { key: 'phone', field: 'code' };
  const isBegunNumber = /^[A-Z]{2,12}20\d{2}/.test(plain);
  if (isBegunNumber || [10, 26].includes(plain.length) || !/^[A-Z0-9]+$/.test(plain)) return null;
  return { key: 'length', field: 'code', count: plain.length };
}
