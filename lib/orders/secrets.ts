import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { crockford, type QueryCode } from '@/lib/kernel/ids';

// Codes are derived, never stored: a database that leaks opens no order, and a replayed submit can say the code again.
function codeSecret(): string {
  const secret = process.env.CODE_SECRET;
  if (!secret || secret.length < 32) throw new Error('CODE_SECRET is not set (32 characters or more)');
  return secret;
}

const keyed = (purpose: string, orderId: string) =>
  createHmac('sha256', codeSecret()).update(`${purpose}:${orderId}`).digest();

/** The ten-character query code of an order (50 bits). */
export const queryCodeOf = (orderId: string): QueryCode => crockford(keyed('query', orderId), 10) as QueryCode;

/** The six-digit PIN of an anonymous order. */
export const pinOf = (orderId: string): string =>
  String(keyed('pin', orderId).readUInt32BE(0) % 1_000_000).padStart(6, '0');

/** The token of a single-use link: `action` on one order, until the window that `nonce` names ends. */
export const linkTokenOf = (orderId: string, action: string, nonce: string): string =>
  crockford(keyed(`link:${action}:${nonce}`, orderId), 26);

/** Keyed: six digits would be tried in a moment by whoever has the table alone. */
export const pinHash = (orderId: string, pin: string): string =>
  createHmac('sha256', codeSecret()).update(`pin-hash:${orderId}:${pin}`).digest('hex');

export const secretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** Equal in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(secretHash(a));
  return timingSafeEqual(left, Buffer.from(secretHash(b)));
}

/** Keyed, so that a leaked table does not give away which phone has how many orders. */
export const phoneKey = (phone: string): string =>
  createHmac('sha256', codeSecret()).update(`phone:${phone}`).digest('hex');
