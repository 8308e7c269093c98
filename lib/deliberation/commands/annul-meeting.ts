import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { forgetOrderOfVotes } from '../ballot-store';
import { heldMeeting } from '../facts';
import { reasonInput } from '../input';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/** A meeting that did not take place as it was called: it stays on record with the reason, and another may be called. */
export async function annulMeeting(ctx: Context, raw: z.input<typeof reasonInput>): Promise<DeliberationSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'annul_meeting', input, async ({ tx, row, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    if (meeting.withWeb) await forgetOrderOfVotes(tx, meeting.id);
    await changeMeeting(tx, meeting, { state: 'annulled', annulled: input.reason, closedAt: now });
    return move(tx, row, permit, { data: { meeting: meeting.id }, actor: ctx.actor, at: now });
  });
}
