import type { z } from 'zod';
import { begunDecision, passedDecision } from '@/lib/deliberation/queries/passed-decision';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { budgetsOf, otherProjectOf } from '../facts';
import { raiseInput } from '../input';
import { addBudget, move } from '../store';
import type { ProjectSummary } from '../view';

/**
 * More money, by a decision of its own that was passed in the same community (M17).
 * @throws rule not more than now · no such decision was passed, or it may not be carried out yet · the decision already gave this project its money, or is
 *   about another one
 */
export async function raiseBudget(ctx: Context, raw: z.input<typeof raiseInput>): Promise<ProjectSummary> {
  const input = parse(raiseInput, raw);
  return act(ctx, 'raise_budget', input, async ({ tx, row, permit, now }) => {
    const { amountFen, deliberation } = input;
    if (amountFen <= row.budgetFen) {
      throw new DomainError('rule', 'project.budget_not_higher', {
        params: { budget: (row.budgetFen / 100).toFixed(2) },
      });
    }
    if (!(await passedDecision(tx, { community: row.communityCode, code: deliberation }))) {
      throw new DomainError('rule', 'project.no_decision', { params: { code: deliberation } });
    }
    if (!(await begunDecision(tx, { community: row.communityCode, code: deliberation }))) {
      throw new DomainError('rule', 'project.decision_not_begun', { params: { code: deliberation } });
    }
    const before = await budgetsOf(tx, row.id);
    if (before.some((one) => one.deliberationCode === deliberation)) {
      throw new DomainError('rule', 'project.decision_used', { params: { code: deliberation } });
    }
    const other = await otherProjectOf(tx, deliberation, row.id);
    if (other) throw new DomainError('rule', 'project.decision_of_other', { params: { code: deliberation, other } });
    const version = before.length + 1;
    const moved = await move(tx, row, permit, {
      set: { budgetFen: amountFen },
      data: { version, fromFen: row.budgetFen, toFen: amountFen, deliberation },
      actor: ctx.actor,
      at: now,
    });
    const at = now;
    await addBudget(tx, {
      projectId: row.id,
      version,
      amountFen,
      deliberationCode: deliberation,
      reason: input.reason,
      at,
    });
    return moved;
  });
}
