import { uuidv7 } from 'uuidv7';
import type { Brand } from './brand';

/** UUIDv7: made by the program, sortable by time, the same on both engines. */
export const newId = (): string => uuidv7();

/** The ten characters that open the resident's side of one order. */
export type QueryCode = Brand<string, 'QueryCode'>;

// Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and copied by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` × 5 bits of `bytes` as Crockford base 32. */
export function crockford(bytes: Uint8Array, length: number): string {
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && out.length < length) {
      out += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  if (out.length < length) throw new RangeError(`${length} characters need ${Math.ceil((length * 5) / 8)} bytes`);
  return out;
}

/** What a person typed, as a query code: case, spaces, dashes and the look-alikes O I L are forgiven; null when it cannot be one. */
export function readQueryCode(typed: string): QueryCode | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(plain) ? (plain as QueryCode) : null;
}

/** The smallest id that could be made at `at` (epoch milliseconds): what is later has a greater one. */
export function idFloor(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** When an id was made, epoch milliseconds; null for what is none of ours. */
export function timeOfId(id: string): number | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : null;
}
