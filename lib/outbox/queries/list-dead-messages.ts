import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listDead } from '../store';

export interface DeadMessage {
  id: string;
  topic: string;
  createdAt: number;
  attempts: number;
  lastError: string | null;
}

/** What is told of these is that something could not be told: the topic alone would say that there is such a case. */
const secretTopic = /^mediation\./;

/**
 * Effects that gave up after their last try, oldest first, at most 100. The payload is left out: it may name an order
 * that an administrator has no business with.
 * @throws forbidden `outbox.admin_only`
 */
export async function listDeadMessages(ctx: Context): Promise<DeadMessage[]> {
  const { actor } = ctx;
  const mayRead =
    actor.kind === 'system' || (actor.kind === 'person' && actor.memberships.some((m) => m.role === 'system_admin'));
  if (!mayRead) throw new DomainError('forbidden', 'outbox.admin_only');
  const rows = await listDead(ctx.db);
  return rows.map(({ id, topic, createdAt, attempts, lastError }) => {
    const isSecret = secretTopic.test(topic);
    return { id, topic: isSecret ? 'case.told' : topic, createdAt, attempts, lastError: isSecret ? null : lastError };
  });
}
