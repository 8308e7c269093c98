import type { z } from 'zod';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import type { DeliberationRow } from '../facts';
import { correctResultInput, resultInput } from '../input';
import type { Relation } from '../relation';
import { addFigures, addText, move } from '../store';
import { nextText } from '../texts';
import type { DeliberationSummary } from '../view';

type Result = z.output<typeof resultInput> & { reason?: string };

/** What was used cannot be more than what was earned less what it cost (民法典 282: the rest belongs to the owners). */
function refuseOverspent(figures: Result['figures']): void {
  const sum = (kind: Result['figures'][number]['kind']) =>
    figures.filter((one) => one.kind === kind).reduce((total, one) => total + one.amount, 0);
  const balance = sum('income') - sum('cost');
  if (sum('use') > Math.max(balance, 0)) {
    throw new DomainError('rule', 'deliberation.more_used_than_left', {
      params: { balance: (balance / 100).toFixed(2), used: (sum('use') / 100).toFixed(2) },
    });
  }
}

async function publish(
  ctx: Context,
  tx: Tx,
  row: DeliberationRow,
  permit: CasePermit<'publish_result' | 'correct_result', Relation>,
  result: Result,
  now: number,
): Promise<DeliberationRow> {
  refuseOverspent(result.figures);
  const text = await nextText(tx, row.id, 'result', result, { byId: actorKey(ctx.actor), at: now });
  await addText(tx, text);
  await addFigures(
    tx,
    result.figures.map((figure, i) => ({
      deliberationId: row.id,
      version: text.version,
      ordinal: i + 1,
      ...figure,
    })),
  );
  return move(tx, row, permit, {
    to: 'completed',
    set: { resultAt: now, endedAt: row.endedAt ?? now },
    data: { version: text.version, sha256: text.sha256 },
    actor: ctx.actor,
    at: now,
  });
}

/** 实施结果公开: what came of it, with the accounts; the balance is computed and never typed. */
export async function publishResult(ctx: Context, raw: z.input<typeof resultInput>): Promise<DeliberationSummary> {
  const input = parse(resultInput, raw);
  return act(ctx, 'publish_result', input, ({ tx, row, permit, now }) => publish(ctx, tx, row, permit, input, now));
}

/** A version with its reason beside the one before. */
export async function correctResult(
  ctx: Context,
  raw: z.input<typeof correctResultInput>,
): Promise<DeliberationSummary> {
  const input = parse(correctResultInput, raw);
  return act(ctx, 'correct_result', input, ({ tx, row, permit, now }) => publish(ctx, tx, row, permit, input, now));
}
