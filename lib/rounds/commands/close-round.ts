import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { countEntries } from '../facts';
import { closeInput } from '../input';
import { move } from '../store';
import type { RoundSummary } from '../view';

/**
 * Nothing more comes in. By the secretary: after the last day, or before it is over with the reason, which everybody reads.
 * @throws invalid the last day is not over, and no reason stands there
 */
export async function closeRound(ctx: Context, raw: z.input<typeof closeInput>): Promise<RoundSummary> {
  const input = parse(closeInput, raw);
  return act(ctx, 'close', input, async ({ tx, row, facts, permit, now }) => {
    const isEarly = facts.today <= facts.closesOn;
    const endedEarly = isEarly ? (input.reason ?? null) : null;
    if (isEarly && endedEarly === null) {
      const reason = 'round.early_without_reason';
      const params = { closesOn: facts.closesOn };
      throw new DomainError('invalid', reason, {
        params,
        issues: [{ path: 'reason', reason, message: reason, params }],
      });
    }
    const counted = await countEntries(tx, row.id);
    const sum = (of: 'entries' | 'heads') => counted.reduce((total, one) => total + one[of], 0);
    return move(tx, row, permit, {
      to: 'closed',
      set: { endedEarly },
      data: { entries: sum('entries'), heads: sum('heads'), ...(isEarly && { early: true as const }) },
      actor: ctx.actor,
      at: now,
    });
  });
}
