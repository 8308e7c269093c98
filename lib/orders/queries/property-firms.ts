import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { listUnits } from '@/lib/people/queries/list-units';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { defaultRoute } from '../tables';

export interface FirmCard {
  code: string;
  name: { zh: string; en: string };
  phone: string | null;
}

const group = 'PROP';

/**
 * The property firms to which the default table (3.1.5) gives what breaks in a cell, by code; usually one, none where no
 * route names any. Public: firms and their service phones, no person.
 */
export async function propertyFirms(ctx: Pick<Context, 'db'>, input: { cellCode: string }): Promise<FirmCard[]> {
  const items = (await listItems(ctx.db)).filter((item) => item.handler.split(/[^A-Z]+/).includes(group));
  const routes = await ctx.db
    .select({ steps: defaultRoute.steps })
    .from(defaultRoute)
    .where(
      and(
        eq(defaultRoute.cellCode, input.cellCode),
        inArray(
          defaultRoute.itemCode,
          items.map((item) => item.code),
        ),
      ),
    );
  const codes = [...new Set(routes.flatMap(({ steps }) => steps.flatMap((step) => step.unit ?? [])))];
  const units = await listUnits(ctx, { codes });
  return units
    .filter((unit) => unit.handlerGroup === group)
    .map(({ code, nameZh, nameEn, phone }) => ({ code, name: { zh: nameZh, en: nameEn }, phone }));
}
