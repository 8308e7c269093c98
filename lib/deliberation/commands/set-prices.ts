import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { priceListsOf } from '../facts';
import { pricesInput } from '../input';
import { addPrices, move } from '../store';
import type { DeliberationSummary } from '../view';

/** The prices that were decided, each below the market's. @throws rule which one is not */
export async function setPrices(ctx: Context, raw: z.input<typeof pricesInput>): Promise<DeliberationSummary> {
  const input = parse(pricesInput, raw);
  return act(ctx, 'set_prices', input, async ({ tx, row, permit, now }) => {
    const dear = input.prices.find((price) => price.priceFen >= price.marketFen);
    if (dear) throw new DomainError('rule', 'deliberation.price_not_below', { params: { label: dear.label } });
    const version = ((await priceListsOf(tx, row.id))[0]?.[0]?.version ?? 0) + 1;
    await addPrices(
      tx,
      input.prices.map((price, i) => ({ deliberationId: row.id, version, ordinal: i + 1, ...price, at: now })),
    );
    return move(tx, row, permit, { data: { version, rows: input.prices.length }, actor: ctx.actor, at: now });
  });
}
