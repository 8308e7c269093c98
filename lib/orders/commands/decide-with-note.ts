import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import type { noteInput, passInput, reworkInput } from '../input';
import type { OrderSummary } from '../view';
import { noteOrder } from './note-order';
import { passOrder } from './pass-order';
import { reworkOrder } from './rework-order';

type Verdict = { pass: z.input<typeof passInput> } | { rework: z.input<typeof reworkInput> };

/**
 * 验单通过 or 验单退回 with a note beside it, in one transaction: refused, neither of the two is there. Sent again under the
 * verdict's `clientId` both are done once.
 * @returns the order as the verdict left it
 */
export async function decideWithNote(
  ctx: Context,
  { verdict, note }: { verdict: Verdict; note: Pick<z.input<typeof noteInput>, 'words'> },
): Promise<OrderSummary> {
  return ctx.transaction(async (tx) => {
    const joined: Context = { ...ctx, db: tx, transaction: (fn) => fn(tx) };
    const left = 'pass' in verdict ? await passOrder(joined, verdict.pass) : await reworkOrder(joined, verdict.rework);
    const { code, version, clientId } = 'pass' in verdict ? verdict.pass : verdict.rework;
    await noteOrder(joined, { ...note, code, version, clientId: `${clientId}-beside` });
    return left;
  });
}
