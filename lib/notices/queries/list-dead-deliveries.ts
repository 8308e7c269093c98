import type { OutsideChannel } from '@/lib/channels/targets';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { areaNames } from '@/lib/places/queries/area-names';
import { listDeadDeliveries as listDead } from '../delivery-store';
import { mayManageChannels } from '../policy';

export interface DeadDelivery {
  id: string;
  channel: OutsideChannel;
  /** The area whose group it was for; null where it was for a phone or another system. */
  area: { zh: string; en: string } | null;
  kind: string;
  at: number;
  attempts: number;
  /** As `ChannelFault` says it: a word, and a number where there is one. */
  lastError: string;
}

/**
 * Messages to somebody outside that were given up, oldest first, at most 100. Which order each is about is left out: an
 * administrator has no business with it. @throws forbidden `outbox.admin_only`
 */
export async function listDeadDeliveries(ctx: Context): Promise<DeadDelivery[]> {
  if (!mayManageChannels(ctx.actor)) throw new DomainError('forbidden', 'outbox.admin_only');
  const rows = await listDead(ctx.db);
  const names = await areaNames(
    ctx.db,
    rows.map(({ target }) => target),
  );
  return rows.map(({ id, channel, target, kind, at, attempts, lastError }) => ({
    id,
    channel,
    area: names.get(target) ?? null,
    kind,
    at,
    attempts,
    lastError: lastError ?? '',
  }));
}
