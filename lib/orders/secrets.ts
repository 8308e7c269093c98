import { createHash, timingSafeEqual } from 'node:crypto';
import { keyedDigest, sixDigits } from '@/lib/kernel/code-secret';
import { crockford, type QueryCode } from '@/lib/kernel/ids';

// Codes are derived, never stored: a database that leaks opens no order, and a replayed submit can say the code again.
const keyed = (purpose: string, orderId: string) => keyedDigest(`${purpose}:${orderId}`);

/** The ten-character query code of an order (50 bits). */
export const queryCodeOf = (orderId: string): QueryCode => crockford(keyed('query', orderId), 10) as QueryCode;

/** The six-digit PIN of an anonymous order. */
export const pinOf = (orderId: string): string => sixDigits(keyed('pin', orderId));

/** The token of a single-use link: `action` on one order, until the window that `nonce` names ends. */
export const linkTokenOf = (orderId: string, action: string, nonce: string): string =>
  crockford(keyed(`link:${action}:${nonce}`, orderId), 26);

/** Names an order to a neighbour who has the same trouble, and opens nothing. */
export const joinTokenOf = (orderId: string): string => crockford(keyed('join', orderId), 16);

/** Keyed: six digits would be tried in a moment by whoever has the table alone. */
export const pinHash = (orderId: string, pin: string): string =>
  keyedDigest(`pin-hash:${orderId}:${pin}`).toString('hex');

export const secretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** Equal in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(secretHash(a));
  return timingSafeEqual(left, Buffer.from(secretHash(b)));
}

/** Keyed, so that a leaked table does not give away which phone has how many orders. */
export const phoneKey = (phone: string): string => keyedDigest(`phone:${phone}`).toString('hex');
