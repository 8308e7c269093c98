import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@/lib/kernel/errors';
import { processOnce } from '@/lib/kernel/once';

/** 2.8 [O]: at least ten characters of three kinds. */
export const passwordLeastLength = 10;
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}\s]/u];

/** @throws invalid `password.too_short` | `password.too_few_kinds` | `password.too_long` */
export function refuseWeakPassword(password: string): void {
  if ([...password].length < passwordLeastLength) {
    throw new DomainError('invalid', 'password.too_short', { params: { least: passwordLeastLength } });
  }
  if (password.length > 200) throw new DomainError('invalid', 'password.too_long');
  if (kinds.filter((kind) => kind.test(password)).length < 3) {
    throw new DomainError('invalid', 'password.too_few_kinds');
  }
}

/** argon2id at the library's cost (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * Whether `password` fits `stored`. With no stored hash it does the same work against a hash of nothing, so that the
 * time of an answer does not tell whether a login exists.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const nobody = await processOnce('people.nobody', () => hash(randomBytes(32)));
  const fits = await verify(stored ?? nobody, password);
  return stored !== null && fits;
}

const readable = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

/** A password that can be read out over the counter: `kmqd-7394-hvxn-2857`, 74 bits. */
export function makePassword(): string {
  const pick = (from: string) => Array.from({ length: 4 }, () => from[randomInt(from.length)]).join('');
  return [pick(readable), pick(digits), pick(readable), pick(digits)].join('-');
}
