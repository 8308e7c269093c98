import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { loginsByPerson } from '@/lib/people/queries/logins-by-person';
import { deliberationFacts, openMeeting, rollOf } from '../facts';
import { keepsPapers } from '../policy';
import type { Seat, VoteWay } from '../status';
import { deliberationCount, deliberationMeeting } from '../tables';
import { type MeetingNeeds, needsOf } from '../view';
import { loadCase } from './load-case';

export interface RollSeat {
  ordinal: number;
  name: string;
  seat: Seat;
  /** Login of who may also vote on the web. */
  account: string | null;
  inRoom: boolean;
  /** Has voted on the web: how, nobody knows. */
  votedOnWeb: boolean;
}

export interface RollView {
  meeting: string;
  seats: RollSeat[];
  /** Seats with a vote. */
  eligible: number;
  probationary: number;
  /** What the meeting needs with this roll, also before it is frozen; null for a meeting that is over. */
  needs: MeetingNeeds | null;
  /** What was counted in the room so far; votes on the web are counted when the vote is closed, not before. */
  counts: { way: VoteWay; yes: number; no: number; abstain: number }[];
}

/**
 * Who is entitled in a meeting, by name: the open one, or the one that is named. For those who keep the papers alone.
 * @returns null when no meeting is open · @throws not_found · forbidden `deliberation.not_for_you`
 */
export async function getRoll(ctx: Context, input: { code: string; meeting?: string }): Promise<RollView | null> {
  const { row, standing } = await loadCase(ctx, input.code);
  if (!keepsPapers(standing)) throw new DomainError('forbidden', 'deliberation.not_for_you');
  const open = await openMeeting(ctx.db, row);
  const [meeting] = input.meeting
    ? await ctx.db
        .select()
        .from(deliberationMeeting)
        .where(and(eq(deliberationMeeting.id, input.meeting), eq(deliberationMeeting.deliberationId, row.id)))
    : [open];
  if (!meeting) return null;
  const roll = await rollOf(ctx.db, meeting.id);
  const logins = await loginsByPerson(
    ctx.db,
    roll.flatMap((one) => one.personId ?? []),
  );
  const counts = await ctx.db
    .select()
    .from(deliberationCount)
    .where(eq(deliberationCount.meetingId, meeting.id))
    .orderBy(asc(deliberationCount.way));
  const eligible = roll.filter((one) => one.seat === 'voting').length;
  const facts = await deliberationFacts(ctx.db, row, ctx.now());
  const isOpen = open?.id === meeting.id && facts.meeting !== null && eligible > 0;
  return {
    meeting: meeting.id,
    seats: roll.map((one) => ({
      ordinal: one.ordinal,
      name: one.name,
      seat: one.seat,
      account: (one.personId && logins.get(one.personId)) ?? null,
      inRoom: one.presentAt !== null,
      votedOnWeb: one.votedOn !== null,
    })),
    eligible,
    probationary: roll.length - eligible,
    needs: isOpen && facts.meeting ? needsOf({ ...facts, meeting: { ...facts.meeting, eligible } }) : null,
    counts: counts.map(({ way, yes, no, abstain }) => ({ way, yes, no, abstain })),
  };
}
