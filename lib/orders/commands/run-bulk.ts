import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { wasAnswered } from '@/lib/replay/store';
import { replayName } from '../act';
import { type BulkLine, finishBulk, settleLine } from '../bulk-store';
import { getBulk } from '../queries/get-bulk';
import { getOrder } from '../queries/get-order';
import { listCandidates } from '../queries/list-candidates';
import type { OrderSummary } from '../view';
import { assignOrder } from './assign-order';
import { classifyOrder } from './classify-order';
import { offerOrder } from './offer-order';

type Handler = { unit: string } | { person: string };

const handlerOf = (value: string): Handler => {
  const [kind, ...rest] = value.split(':');
  return kind === 'unit' ? { unit: rest.join(':') } : { person: rest.join(':') };
};

/** To whom is proposed for it, or to the one that was chosen for all. @throws rule `order.bulk_nobody` */
async function handOn(ctx: Context, line: BulkLine, chosen: string | null, version: number): Promise<OrderSummary> {
  const { code } = line;
  const sent = { code, version, clientId: `${line.bulkId}:${code}:2` };
  if (chosen) return assignOrder(ctx, { ...sent, handler: handlerOf(chosen) });
  const { items, offer, offerScope } = await listCandidates(ctx, { code });
  if (offer) return offerOrder(ctx, { ...sent, cells: offerScope ?? 'neighbours' });
  const first = items.find((candidate) => candidate.preselected);
  if (!first) throw new DomainError('rule', 'order.bulk_nobody');
  return assignOrder(ctx, { ...sent, handler: first.handler });
}

/** Whether an earlier run, killed before it could write it down, handed this one on. */
async function wasHandedOn(ctx: Context, key: string): Promise<boolean> {
  const names = [replayName('assign'), replayName('offer')];
  const answers = await Promise.all(names.map((name) => wasAnswered(ctx.db, ctx.actor, { name, key })));
  return answers.includes(true);
}

/** 受理并派单 of one line, each action in its own transaction under a key of its own; gives the version that it leaves. */
async function dispatchLine(ctx: Context, line: BulkLine, chosen: string | null): Promise<number> {
  const { bulkId, code, version } = line;
  const order = await getOrder(ctx, { code });
  if (await wasHandedOn(ctx, `${bulkId}:${code}:2`)) return order.version;
  // Taken in already, and nobody touched it since it was chosen: only the dispatch is left. Otherwise it is taken in, or
  // the key gives the answer of a run that was killed between the two, or the version says that somebody was first.
  const isTaken = order.version === version && order.timeline.some((event) => event.type === 'order.classified');
  const taken = isTaken ? order : await classifyOrder(ctx, { code, version, clientId: `${bulkId}:${code}:1` });
  return (await handOn(ctx, line, chosen, taken.version)).version;
}

/**
 * Works off what still waits, order by order, and writes down what became of each; a refusal of one stops no other. Killed
 * in the middle, the next run goes on, and what was done is not done again: every step has its key in `lib/replay`.
 * @throws not_found `order.bulk_unknown`
 */
export async function runBulk(ctx: Context, { id }: { id: string }): Promise<void> {
  const bulk = await getBulk(ctx, { id });
  for (const line of bulk.lines.filter(({ state }) => state === 'waiting')) {
    try {
      const doneVersion = await dispatchLine(ctx, line, bulk.handler);
      await ctx.transaction((tx) => settleLine(tx, line, { state: 'done', doneVersion }));
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { reason, details } = error;
      const params = details.params ?? null;
      await ctx.transaction((tx) => settleLine(tx, line, { state: 'refused', reason, params }));
    }
  }
  await ctx.transaction((tx) => finishBulk(tx, id, ctx.now()));
}
