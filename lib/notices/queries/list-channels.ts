import { and, count, desc, eq, inArray, isNotNull, max } from 'drizzle-orm';
import type { OutsideMessage } from '@/lib/channels/message';
import { isOpen, openChannels } from '@/lib/channels/open';
import { type OutsideChannel, pairsOf } from '@/lib/channels/targets';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { areaNames } from '@/lib/places/queries/area-names';
import { mayManageChannels } from '../policy';
import { noticeDelivery } from '../tables';
import { testMessage } from '../words';

export interface ChannelView {
  channel: OutsideChannel;
  target: string;
  /** The area whose group it is; null for short messages and the other system. */
  area: { zh: string; en: string } | null;
  isOn: boolean;
  waiting: number;
  dead: number;
  /** Real clock, epoch milliseconds. */
  lastSentAt: number | null;
  lastFailure: { at: number; why: string } | null;
  /** What a test would say; null for short messages, which go to nobody in particular. */
  test: Pick<OutsideMessage, 'title' | 'lines' | 'link'> | null;
}

/** Every configured channel with how it does, none of its secrets. @throws forbidden `outbox.admin_only` */
export async function listChannels(ctx: Context): Promise<ChannelView[]> {
  if (!mayManageChannels(ctx.actor)) throw new DomainError('forbidden', 'outbox.admin_only');
  const open = await openChannels(ctx);
  const pairs: { channel: OutsideChannel; target: string }[] = [
    ...(open.gateway ? [{ channel: 'sms' as const, target: 'requester' }] : []),
    ...pairsOf(open.targets),
  ];
  const names = await areaNames(
    ctx.db,
    pairs.map(({ target }) => target),
  );
  const { origin, isDemo } = open;
  const test = testMessage({ id: '', at: ctx.now(), kind: 'test', origin, isDemo });
  return Promise.all(
    pairs.map(async ({ channel, target }): Promise<ChannelView> => {
      const own = and(eq(noticeDelivery.channel, channel), eq(noticeDelivery.target, target));
      const [sent] = await ctx.db
        .select({ at: max(noticeDelivery.sentAt) })
        .from(noticeDelivery)
        .where(own);
      const [failed] = await ctx.db
        .select({ at: noticeDelivery.failedAt, why: noticeDelivery.lastError })
        .from(noticeDelivery)
        .where(and(own, isNotNull(noticeDelivery.failedAt), isNotNull(noticeDelivery.lastError)))
        .orderBy(desc(noticeDelivery.failedAt), desc(noticeDelivery.id))
        .limit(1);
      const states = await ctx.db
        .select({ state: noticeDelivery.state, n: count() })
        .from(noticeDelivery)
        .where(and(own, inArray(noticeDelivery.state, ['pending', 'claimed', 'dead'])))
        .groupBy(noticeDelivery.state);
      const of = (...wanted: string[]) =>
        states.filter(({ state }) => wanted.includes(state)).reduce((sum, { n }) => sum + n, 0);
      return {
        channel,
        target,
        area: names.get(target) ?? null,
        isOn: isOpen(open, channel, target),
        waiting: of('pending', 'claimed'),
        dead: of('dead'),
        lastSentAt: sent?.at ?? null,
        lastFailure: failed?.at ? { at: failed.at, why: failed.why ?? '' } : null,
        test: channel === 'sms' ? null : test,
      };
    }),
  );
}
