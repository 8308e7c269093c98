import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addBallot, sitsInRoom, takeWebVote } from '../ballot-store';
import { ballotSeal, receiptHash, receiptOf } from '../ballots';
import { heldMeeting } from '../facts';
import { castInput } from '../input';
import { move } from '../store';

export interface CastAnswer {
  /** Shown once; with it the voter finds their own line in the published tally. */
  receipt: string;
}

/**
 * A secret vote on the web. The seat is marked as used, the ballot stands beside it without a link between the two,
 * and the receipt is made of the key that the voter's own form carried, so the same form sent twice shows the same one.
 * @throws rule the seat has voted, or sits in the room
 */
export async function castVote(ctx: Context, raw: z.input<typeof castInput>): Promise<CastAnswer> {
  const input = parse(castInput, raw);
  const { actor } = ctx;
  const receipt = receiptOf(input.code, input.clientId);
  await act(ctx, 'cast', input, async ({ tx, row, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    if (actor.kind !== 'person') throw new Error('a vote without its voter');
    if (!(await takeWebVote(tx, meeting.id, actor.personId, shanghaiDate(now)))) {
      const inRoom = await sitsInRoom(tx, meeting.id, actor.personId);
      throw new DomainError('rule', inRoom ? 'deliberation.sits_in_room' : 'deliberation.voted_already');
    }
    const hash = receiptHash(meeting.id, receipt);
    await addBallot(tx, {
      meetingId: meeting.id,
      receiptHash: hash,
      choice: input.choice,
      seal: ballotSeal(meeting.id, hash, input.choice),
    });
    return move(tx, row, permit, { data: { meeting: meeting.id }, actor, at: now });
  });
  return { receipt };
}
