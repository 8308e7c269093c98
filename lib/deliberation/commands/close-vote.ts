import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { forgetOrderOfVotes } from '../ballot-store';
import { ballotDigest } from '../ballots';
import { neededYes } from '../conditions';
import { ballotsOf, heldMeeting } from '../facts';
import { closeInput } from '../input';
import { type Status, stages } from '../status';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/** The stage that a passed vote opens, and nothing else does. */
const after = (status: Status): Status => stages[stages.indexOf(status as (typeof stages)[number]) + 1] ?? status;

/**
 * Ends the vote: who is present must be yes, no and abstain together; the strictest rule of the pack decides, and the
 * next stage opens or the case stays where it is. Web ballots are fixed by their digest in the history.
 */
export async function closeVote(ctx: Context, raw: z.input<typeof closeInput>): Promise<DeliberationSummary> {
  const input = parse(closeInput, raw);
  return act(ctx, 'close_vote', input, async ({ tx, row, facts, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    if (!facts.meeting) throw new Error('a vote without its meeting');
    const { votes, present, eligible } = facts.meeting;
    const heads = { eligible: eligible ?? 0, present: present ?? 0 };
    const { needed } = neededYes(facts.meeting.rule, heads);
    const passed = votes.yes >= needed;
    const ballots = await ballotsOf(tx, meeting.id);
    const digest = meeting.withWeb ? ballotDigest(ballots) : null;
    if (meeting.withWeb) await forgetOrderOfVotes(tx, meeting.id);
    await changeMeeting(tx, meeting, {
      state: passed ? 'passed' : 'failed',
      ...votes,
      present: heads.present,
      neededYes: needed,
      ballotDigest: digest,
      minutes: input.minutes || null,
      closedAt: now,
    });
    return move(tx, row, permit, {
      to: passed ? after(row.status) : row.status,
      data: { meeting: meeting.id, ...heads, ...votes, needed, passed, ballotDigest: digest },
      actor: ctx.actor,
      at: now,
    });
  });
}
