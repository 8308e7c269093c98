import { createHmac } from 'node:crypto';

function codeSecret(): string {
  const secret = process.env.CODE_SECRET;
  if (!secret || secret.length < 32) throw new Error('CODE_SECRET is not set (32 characters or more)');
  return secret;
}

/** HMAC-SHA-256 of `text` under `CODE_SECRET`; whoever has the tables alone can compute none of these. */
export const keyedDigest = (text: string): Buffer => createHmac('sha256', codeSecret()).update(text).digest();

/** Six decimal digits out of a digest. */
export const sixDigits = (digest: Buffer): string => String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
