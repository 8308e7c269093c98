import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { saveCount } from '../ballot-store';
import { heldMeeting, roomVotes } from '../facts';
import { countInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * What was counted in the room, by show of hands or on paper; counted again it replaces what stood there.
 * @throws rule more votes, of all ways together, than people in the room
 */
export async function recordCount(ctx: Context, raw: z.input<typeof countInput>): Promise<DeliberationSummary> {
  const input = parse(countInput, raw);
  return act(ctx, 'count', input, async ({ tx, row, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const { way, yes, no, abstain } = input;
    const inRoom = meeting.present ?? 0;
    const others = await roomVotes(tx, meeting.id, way);
    const sum = yes + no + abstain + others.yes + others.no + others.abstain;
    if (sum > inRoom)
      throw new DomainError('rule', 'deliberation.more_than_present', { params: { sum, present: inRoom } });
    await saveCount(tx, { meetingId: meeting.id, way, yes, no, abstain });
    return move(tx, row, permit, {
      data: { meeting: meeting.id, way, yes, no, abstain },
      actor: ctx.actor,
      at: now,
    });
  });
}
