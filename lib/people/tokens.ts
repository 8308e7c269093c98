import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the prefix lets a person, and a scanner of leaked secrets, see what it is. */
export const makeToken = (kind: 'token' | 'api_key'): string =>
  `${kind === 'token' ? 'pyt' : 'pyk'}_${randomBytes(32).toString('base64url')}`;

/** Only this is stored. A random token needs no salt, and looking it up by its hash needs no comparison of secrets. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
