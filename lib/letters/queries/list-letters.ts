import { and, desc, eq, exists, isNull, lt, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { listInput } from '../input';
import { sentTo, visibleTo } from '../policy';
import type { Status } from '../status';
import { letterDecision, letterUnit, liaisonLetter } from '../tables';

export interface LetterListItem {
  code: string;
  status: Status;
  subject: string;
  orderCode: string | null;
  communityCode: string;
  /** Last day, inclusive. */
  replyBy: string;
  sentAt: number;
  leadReplied: boolean;
  /** Past the last day with a reply owed, by the lead or another unit, or past the day of a decision. */
  late: boolean;
}

/** The letters that the actor sends or gets, the latest first. */
export async function listLetters(
  ctx: Context,
  raw: z.input<typeof listInput>,
): Promise<{ items: LetterListItem[]; nextCursor: string | null }> {
  const { status, view, order, cursor, limit } = parse(listInput, raw);
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const today = shanghaiDate(ctx.now());
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const owed = exists(
    ctx.db
      .select({ one: sql`1` })
      .from(letterUnit)
      .where(and(eq(letterUnit.letterId, liaisonLetter.id), isNull(letterUnit.repliedAt))),
  );
  const undone = exists(
    ctx.db
      .select({ one: sql`1` })
      .from(letterDecision)
      .where(
        and(
          eq(letterDecision.letterId, liaisonLetter.id),
          isNull(letterDecision.settledAt),
          lt(letterDecision.dueOn, today),
        ),
      ),
  );
  const isLate = and(eq(liaisonLetter.status, 'open'), or(and(lt(liaisonLetter.replyBy, today), owed), undone));
  const rows = await ctx.db
    .select({ letter: liaisonLetter, late: sql<boolean | number>`case when ${isLate} then 1 else 0 end` })
    .from(liaisonLetter)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db),
        view === 'mine' ? sentTo(ctx.actor, ctx.db) : undefined,
        view === 'late' ? isLate : undefined,
        status ? eq(liaisonLetter.status, status) : undefined,
        order ? eq(liaisonLetter.orderCode, order) : undefined,
        from
          ? or(lt(liaisonLetter.sentAt, from.at), and(eq(liaisonLetter.sentAt, from.at), lt(liaisonLetter.id, from.id)))
          : undefined,
      ),
    )
    .orderBy(desc(liaisonLetter.sentAt), desc(liaisonLetter.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.letter;
  return {
    items: page.map(({ letter, late }) => ({
      code: letter.code,
      status: letter.status,
      subject: letter.subject,
      orderCode: letter.orderCode,
      communityCode: letter.communityCode,
      replyBy: letter.replyBy,
      sentAt: letter.sentAt,
      leadReplied: letter.leadRepliedAt !== null,
      late: Number(late) === 1,
    })),
    nextCursor: rows.length > limit && last ? writeCaseCursor({ at: last.sentAt, id: last.id }) : null,
  };
}
