import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listUnits } from '@/lib/people/queries/list-units';
import {
  findLetter,
  type LetterRow,
  letterFacts,
  type ReplyRow,
  repliesOf,
  type UnitRow,
  unitsOfLetter,
} from '../facts';
import { ownUnit, standingOf } from '../policy';
import type { Part } from '../status';
import { isLate, type LetterSummary, summaryOf } from '../view';
import { type MeetingView, meetingViews } from './meeting-views';

export interface LetterUnit {
  code: string;
  name: { zh: string; en: string };
  part: Part;
  receivedAt: number | null;
  repliedAt: number | null;
  /** Past the last day with a reply owed. */
  late: boolean;
  /** A unit of the reader's. */
  own: boolean;
  /** Its replies, and what was sent back, oldest first. */
  replies: { kind: ReplyRow['kind']; words: string; at: number }[];
}

export interface LetterDetail extends LetterSummary {
  communityCode: string;
  orderCode: string | null;
  /** As `actorKey` names them. */
  sentBy: string;
  subject: string;
  words: string;
  /** Last day, inclusive. */
  replyBy: string;
  sentAt: number;
  endedAt: number | null;
  ended: string | null;
  /** The lead first. */
  units: LetterUnit[];
  /** 协调会, oldest first, each with what it decided. */
  meetings: MeetingView[];
}

/**
 * One letter with its receipts and replies; who sends and the units written to read all of it.
 * @throws not_found there is none of this number, or not for this actor
 */
export async function getLetter(ctx: Context, { code }: { code: string }): Promise<LetterDetail> {
  const row = await findLetter(ctx.db, code);
  const units = row ? await unitsOfLetter(ctx.db, row.id) : [];
  const standing = row && standingOf(ctx.actor, row, units);
  if (!row || !standing?.sees) throw new DomainError('not_found', 'letter.not_found');
  const now = ctx.now();
  const replies = await repliesOf(ctx.db, row.id);
  const names = new Map(
    (await listUnits(ctx, { codes: units.map(({ unitCode }) => unitCode) })).map((one) => [
      one.code,
      { zh: one.nameZh, en: one.nameEn },
    ]),
  );
  const own = ownUnit(ctx.actor, units)?.unitCode;
  const { communityCode, orderCode, sentBy, subject, words, replyBy, sentAt, endedAt, ended } = row;
  return {
    ...summaryOf(row, letterFacts(row, units, ctx.actor, now), standing),
    ...{ communityCode, orderCode, sentBy, subject, words, replyBy, sentAt, endedAt, ended },
    meetings: await meetingViews(ctx, row, own, shanghaiDate(now)),
    units: units.map((unit) => unitOf(row, unit, { names, own, replies, today: shanghaiDate(now) })),
  };
}

function unitOf(
  row: LetterRow,
  unit: UnitRow,
  known: { names: Map<string, LetterUnit['name']>; own: string | undefined; replies: ReplyRow[]; today: string },
): LetterUnit {
  const { unitCode, part, receivedAt, repliedAt } = unit;
  return {
    code: unitCode,
    name: known.names.get(unitCode) ?? { zh: unitCode, en: unitCode },
    part,
    receivedAt,
    repliedAt,
    late: isLate(row, unit, known.today),
    own: unitCode === known.own,
    replies: known.replies
      .filter((reply) => reply.unitCode === unitCode)
      .map(({ kind, words, at }) => ({ kind, words, at })),
  };
}
