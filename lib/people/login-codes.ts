import { keyedDigest, sixDigits } from '@/lib/kernel/code-secret';

/** How long a one-time code opens the door: five minutes. */
export const codeLifeMs = 5 * 60_000;
/** Wrong tries after which a code is worth nothing. */
export const mostTries = 5;
/** Kept for a day after its end, for who looks into a complaint; then the phone number goes with it. */
export const codeKeptMs = 24 * 3_600_000;

// A number goes to somebody else some months after it was given up; whoever had it before is not to be met there.
const dormantMs = 360 * 24 * 3_600_000;

/** The six digits of the code with this id. */
export const loginCodeOf = (id: string): string => sixDigits(keyedDigest(`login:${id}`));

/** Keyed: six digits would be tried in a moment by whoever has the table alone. */
export const loginCodeHash = (id: string, code: string): string =>
  keyedDigest(`login-hash:${id}:${code}`).toString('hex');

/** The login of an account that was made of a number: a name for the lists of staff; nobody types it. */
export const phoneLogin = (accountId: string): string => `phone.${accountId}`;
export const isPhoneLogin = (login: string): boolean => /^phone\.[0-9a-f-]{36}$/.test(login);

/** Whether nobody came in for so long that the number may be somebody else's by now. Domain clock, epoch milliseconds. */
export function isDormant(account: { lastLogins: readonly number[] }, now: number): boolean {
  const [latest] = account.lastLogins;
  return latest !== undefined && now - latest > dormantMs;
}
