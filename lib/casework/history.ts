import type { Actor, Reader, Role } from '@/lib/kernel/context';
import { chainedEvent } from './chain';
import { eventsOf } from './store';
import type { HashedEvent } from './told-event';

const watching: readonly Role[] = ['supervisor', 'audit_admin'];

/** Who watches over those who keep the papers of a community; area codes are nested by prefix. */
export const watchesOver = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some((m) => watching.includes(m.role) && communityCode.startsWith(m.areaCode));

/** The append-only history of a case with its hashes, whole, since each hash is over all of an event. */
export async function historyOf(
  db: Pick<Reader, 'select'>,
  kind: string,
  caseId: string,
): Promise<{ items: HashedEvent[] }> {
  const rows = await eventsOf(db, kind, caseId);
  return {
    items: rows.map(({ fromStatus, toStatus, ...event }) => ({
      ...chainedEvent({ ...event, from: fromStatus, to: toStatus }),
      hash: event.hash,
    })),
  };
}
