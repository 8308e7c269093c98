import type { SessionKind } from '@/lib/kernel/context';
import type { AccountKind } from './status';

const hourMs = 3_600_000;

/** The longest life of a session, whatever it does; idle limits are settings (`session.idle.*`). */
const longestMs: Record<AccountKind, number> = {
  staff: 12 * hourMs,
  volunteer: 30 * 24 * hourMs,
  resident: 180 * 24 * hourMs,
};

export const sessionEndsAt = (kind: AccountKind, now: number): number => now + longestMs[kind];

/** How often a session that is used is written down: a page that is read a hundred times writes once. */
export const seenEveryMs = 60_000;

/** When a session ends by idleness if nothing follows the request of now, which is itself a use. */
export const idleEnd = (lastSeenAt: number, now: number, idleMs: number): number =>
  (now - lastSeenAt < seenEveryMs ? lastSeenAt : now) + idleMs;

/** Which idle limit a session has; an API key has none, only its last day. */
export function idleKindOf(kind: SessionKind, accountKind: AccountKind | null): AccountKind | null {
  if (kind === 'api_key') return null;
  if (kind === 'token') return accountKind ?? 'staff';
  return kind;
}
