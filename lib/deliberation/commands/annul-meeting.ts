import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { forgetOrderOfVotes } from '../ballot-store';
import { heldMeeting } from '../facts';
import { annulInput } from '../input';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * A meeting that did not take place as it was called: it stays on record with the reason, and another may be called. Once
 * votes were counted somebody watches over it, and that is public too.
 * @throws rule votes were counted, and nobody watched over it
 */
export async function annulMeeting(ctx: Context, raw: z.input<typeof annulInput>): Promise<DeliberationSummary> {
  const input = parse(annulInput, raw);
  return act(ctx, 'annul_meeting', input, async ({ tx, row, facts, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const { yes, no, abstain } = facts.meeting?.room ?? { yes: 0, no: 0, abstain: 0 };
    if (yes + no + abstain > 0 && !input.witness) throw new DomainError('rule', 'deliberation.witness_missing');
    if (meeting.withWeb) await forgetOrderOfVotes(tx, meeting.id);
    await changeMeeting(tx, meeting, {
      state: 'annulled',
      annulled: input.reason,
      witness: input.witness || null,
      closedAt: now,
    });
    return move(tx, row, permit, { data: { meeting: meeting.id }, actor: ctx.actor, at: now });
  });
}
