import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { markPresent } from '../ballot-store';
import { neededPresent } from '../conditions';
import { heldMeeting } from '../facts';
import { attendInput } from '../input';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * 实到: how many are in the room, or who. Where some vote on the web it goes by name, so that nobody has two votes.
 * @throws rule more than are entitled; a name that has voted on the web, or has no vote
 */
export async function recordAttendance(ctx: Context, raw: z.input<typeof attendInput>): Promise<DeliberationSummary> {
  const input = parse(attendInput, raw);
  return act(ctx, 'attend', input, async ({ tx, row, facts, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const eligible = meeting.eligible ?? 0;
    if (meeting.withWeb && input.ordinals === undefined) throw new DomainError('rule', 'deliberation.names_needed');
    if ((input.present ?? 0) > eligible) {
      throw new DomainError('rule', 'deliberation.more_than_eligible', { params: { eligible } });
    }
    const present =
      input.ordinals === undefined ? (input.present ?? 0) : await markPresent(tx, meeting.id, input.ordinals, now);
    if (input.ordinals !== undefined && present < new Set(input.ordinals).size) {
      throw new DomainError('rule', 'deliberation.has_no_vote_here');
    }
    await changeMeeting(tx, meeting, { present });
    const needed = facts.meeting ? neededPresent(facts.meeting.rule, eligible).needed : 0;
    return move(tx, row, permit, { data: { meeting: meeting.id, present, needed }, actor: ctx.actor, at: now });
  });
}
