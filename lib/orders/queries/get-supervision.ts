import { eq } from 'drizzle-orm';
import type { Context, PersonActor, Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { unstorableAt } from '@/lib/kernel/text';
import type { OrderRow } from '../facts';
import type { NoticeRow } from '../supervision-store';
import type { SupervisionView } from '../supervision-view';
import { orders, supervisionNotice } from '../tables';
import { type SeenNotice, seenAs } from './list-supervisions';
import { supervisionsOf } from './supervisions-of';

/** A notice by its code, with its order. @throws not_found `supervision.not_found`, also for what is out of sight */
export async function seenSupervision(
  ctx: Context,
  db: Pick<Reader, 'select'>,
  code: string,
): Promise<SeenNotice & { actor: PersonActor }> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const wanted = code.trim().toUpperCase();
  const found: { notice: NoticeRow; order: OrderRow }[] = unstorableAt(wanted)
    ? []
    : await db
        .select({ notice: supervisionNotice, order: orders })
        .from(supervisionNotice)
        .innerJoin(orders, eq(orders.id, supervisionNotice.orderId))
        .where(eq(supervisionNotice.code, wanted));
  const [seen] = await seenAs(ctx, actor, found);
  if (!seen) throw new DomainError('not_found', 'supervision.not_found');
  return { ...seen, actor };
}

/** One 督办单 with its answers and who was told when. @throws not_found `supervision.not_found` */
export async function getSupervision(ctx: Context, input: { code: string }): Promise<SupervisionView> {
  const { actor, ...seen } = await seenSupervision(ctx, ctx.db, input.code);
  const [view] = await supervisionsOf(ctx, actor, [seen]);
  if (!view) throw new DomainError('not_found', 'supervision.not_found');
  return view;
}
