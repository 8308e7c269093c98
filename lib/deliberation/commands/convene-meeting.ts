import type { z } from 'zod';
import { dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { lastOrdinal } from '../facts';
import { conveneInput } from '../input';
import { type BodyRule, packOf, ruleOf } from '../rule-packs';
import type { VotingStage } from '../status';
import { addMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/** The days that a rule asks for before a meeting: from its notice, and from the day the plan was sent. */
function refuseTooSoon(rule: BodyRule, heldAt: number, now: number, planSentOn: string | null): void {
  const heldOn = dayNumber(heldAt);
  if (heldAt < now) throw new DomainError('rule', 'deliberation.meeting_in_past');
  if (rule.noticeDays !== undefined && heldOn - dayNumber(now) < rule.noticeDays) {
    throw new DomainError('rule', 'deliberation.notice_too_short', { params: { days: rule.noticeDays } });
  }
  if (rule.planDays === undefined) return;
  if (planSentOn === null)
    throw new DomainError('rule', 'deliberation.plan_not_sent', { params: { days: rule.planDays } });
  const days = heldOn - dayOfDate(planSentOn);
  if (days < rule.planDays) {
    throw new DomainError('rule', 'deliberation.plan_too_late', { params: { days: rule.planDays, sent: days } });
  }
}

/**
 * Calls the body of the current stage together.
 * @throws rule the body does not meet in this stage, or the notice or the plan came too late for that day, or the web would close before it opens
 */
export async function conveneMeeting(ctx: Context, raw: z.input<typeof conveneInput>): Promise<DeliberationSummary> {
  const input = parse(conveneInput, raw);
  return act(ctx, 'convene', input, async ({ tx, row, permit, now }) => {
    const stage = row.status as VotingStage;
    const rule = ruleOf(packOf(row.packId), stage, input.body);
    if (!rule) throw new DomainError('rule', 'deliberation.other_body');
    refuseTooSoon(rule, input.heldAt, now, row.planSentOn);
    if (input.web && (input.votesUntil ?? 0) < input.heldAt) {
      throw new DomainError('rule', 'deliberation.votes_end_too_early');
    }
    const meeting = {
      id: newId(),
      deliberationId: row.id,
      stage,
      ordinal: (await lastOrdinal(tx, row.id, stage)) + 1,
      body: input.body,
      state: 'convened' as const,
      withWeb: input.web,
      heldAt: input.heldAt,
      place: input.place,
      votesUntil: input.web ? (input.votesUntil ?? null) : null,
      calledAt: now,
    };
    await addMeeting(tx, meeting);
    const { id, ordinal, body, heldAt, votesUntil } = meeting;
    return move(tx, row, permit, {
      data: { meeting: id, stage, ordinal, body, heldAt, web: input.web, ...(votesUntil !== null && { votesUntil }) },
      actor: ctx.actor,
      at: now,
    });
  });
}
