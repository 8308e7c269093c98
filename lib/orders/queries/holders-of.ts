import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import type { OrderRow } from '../facts';

export interface Named {
  zh: string;
  en: string;
}

export interface HolderView {
  kind: OrderRow['holderKind'];
  name: Named;
  phone: string | null;
}

export interface CoHandler extends Named {
  /** A unit's code, a person's id, or `volunteers`. */
  code: string;
}

/** Who holds the order now, by name and telephone; null when nobody does. */
export async function holderOf(ctx: Context, order: OrderRow): Promise<HolderView | null> {
  const target = order.assigneeUnit
    ? { unit: order.assigneeUnit }
    : order.assigneePerson
      ? { person: order.assigneePerson }
      : null;
  if (!target) return null;
  const found = await findHandler(ctx.db, target, shanghaiDate(ctx.now()));
  if (!found) return null;
  // A volunteer's own number is theirs (志愿服务条例 20); staff and firms are reached directly.
  const phone = order.holderKind === 'volunteer' ? null : found.phone;
  return { kind: order.holderKind, name: { zh: found.name, en: found.nameEn ?? found.name }, phone };
}

/** `A+B`: who is named beside the holder. Who is gone from the register is still called by their code. */
export async function coHandlersOf(ctx: Context, order: OrderRow): Promise<CoHandler[]> {
  const today = shanghaiDate(ctx.now());
  const named: CoHandler[] = [];
  for (const code of order.coHandlers) {
    if (code === 'volunteers') {
      named.push({ code, zh: '志愿者', en: 'volunteers' });
      continue;
    }
    const found =
      (await findHandler(ctx.db, { unit: code }, today)) ?? (await findHandler(ctx.db, { person: code }, today));
    named.push({ code, zh: found?.name ?? code, en: found?.nameEn ?? found?.name ?? code });
  }
  return named;
}
