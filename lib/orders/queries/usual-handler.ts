import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import { barredSteps, loadRoute } from '../handover';
import { proposeHandler } from '../route';
import { loadSeen } from './get-order';

export interface UsualHandler {
  kind: 'unit' | 'person';
  name: { zh: string; en: string };
}

/**
 * Whom the default table gives this order first, before anybody dispatched it: 一般由坡里物业来修 (3.2). Null when the
 * route begins with volunteers, names nobody, or names whom the complaint is about.
 * @throws not_found `order.not_found`
 */
export async function usualHandler(ctx: Context, input: { code: string }): Promise<UsualHandler | null> {
  const { order } = await loadSeen(ctx, input.code);
  const steps = await loadRoute(ctx.db, order.itemCode, order.cellCode);
  const { handler } = proposeHandler(steps, false, await barredSteps(ctx.db, order, steps, ctx.now()));
  const found = handler && (await findHandler(ctx.db, handler, shanghaiDate(ctx.now())));
  if (!handler || !found || found.members.length === 0) return null;
  const kind = 'unit' in handler ? 'unit' : 'person';
  return { kind, name: { zh: found.name, en: found.nameEn ?? found.name } };
}
