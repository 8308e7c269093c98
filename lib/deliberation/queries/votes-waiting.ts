import { and, asc, eq, gte, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { deliberation, deliberationMeeting, deliberationRoll } from '../tables';

/** A secret vote on the web that is open, and that its reader has not cast. */
export interface WaitingVote {
  code: string;
  title: { zh: string; en: string };
  /** Until when it is taken; null where the time was never set. */
  until: number | null;
}

/** Seats whose vote may come in by web now: unused, nobody of them in the room, and the time is not over. */
const unusedSeats = (now: number): SQL | undefined =>
  and(
    eq(deliberationMeeting.state, 'voting'),
    eq(deliberationMeeting.withWeb, true),
    eq(deliberationRoll.seat, 'voting'),
    isNotNull(deliberationRoll.personId),
    isNull(deliberationRoll.votedOn),
    isNull(deliberationRoll.presentAt),
    or(isNull(deliberationMeeting.votesUntil), gte(deliberationMeeting.votesUntil, now)),
  );

/** The votes that wait for who is signed in, the one that opened first on top; of nobody in particular none. */
export async function votesWaiting(ctx: Context): Promise<WaitingVote[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  const rows = await ctx.db
    .select({
      code: deliberation.code,
      title: deliberation.title,
      titleEn: deliberation.titleEn,
      until: deliberationMeeting.votesUntil,
    })
    .from(deliberationRoll)
    .innerJoin(deliberationMeeting, eq(deliberationMeeting.id, deliberationRoll.meetingId))
    .innerJoin(deliberation, eq(deliberation.id, deliberationMeeting.deliberationId))
    .where(and(eq(deliberationRoll.personId, actor.personId), unusedSeats(ctx.now())))
    .orderBy(asc(deliberationMeeting.heldAt), asc(deliberationMeeting.id));
  return rows.map(({ code, title, titleEn, until }) => ({ code, title: { zh: title, en: titleEn ?? title }, until }));
}

/** Those with an account who may vote by web in this meeting and have not; nobody once it is over, or where there is no web. */
export async function votersOnWeb(ctx: Pick<Context, 'db' | 'now'>, meetingId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: deliberationRoll.personId })
    .from(deliberationRoll)
    .innerJoin(deliberationMeeting, eq(deliberationMeeting.id, deliberationRoll.meetingId))
    .where(and(eq(deliberationRoll.meetingId, meetingId), unusedSeats(ctx.now())))
    .orderBy(asc(deliberationRoll.ordinal));
  return rows.flatMap(({ personId }) => personId ?? []);
}
