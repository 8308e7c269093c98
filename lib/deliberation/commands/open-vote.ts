import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { neededPresent } from '../conditions';
import { heldMeeting } from '../facts';
import { plainInput } from '../input';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/** Opens the vote on the version of the plan that there is now. @throws rule while too few are there: which number the rule asks for stands in the refusal */
export async function openVote(ctx: Context, raw: z.input<typeof plainInput>): Promise<DeliberationSummary> {
  const input = parse(plainInput, raw);
  return act(ctx, 'open_vote', input, async ({ tx, row, facts, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const needed = facts.meeting ? neededPresent(facts.meeting.rule, meeting.eligible ?? 0).needed : 0;
    await changeMeeting(tx, meeting, { state: 'voting', neededPresent: needed, planVersion: row.planVersion });
    return move(tx, row, permit, {
      data: {
        meeting: meeting.id,
        present: meeting.present,
        needed,
        ...(row.planVersion !== null && { plan: row.planVersion }),
      },
      actor: ctx.actor,
      at: now,
    });
  });
}
