import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { DeliberationRow } from './facts';
import { noticeEnd } from './notice';
import type { Relation } from './relation';
import { packOf } from './rule-packs';
import { addFigures, addText, move } from './store';
import type { deliberationFigure } from './tables';
import { latestText, nextText, saysTheSame, votedText, type Written } from './texts';

interface Publishing<A extends 'publish' | 'correct' | 'publish_result' | 'correct_result', W extends Written> {
  tx: Tx;
  row: DeliberationRow;
  permit: CasePermit<A, Relation>;
  written: W;
  now: number;
}

/**
 * What is published of what was voted on: that text itself, or another one with the reason for it in public.
 * @throws rule another text without a reason
 */
export async function textToPublish(
  tx: Tx,
  row: DeliberationRow,
  { points, pointsEn, words, reason }: Omit<Written, 'points'> & { points?: string[] },
): Promise<Written> {
  const voted = await votedText(tx, row);
  const asVoted = voted && { points: voted.points, pointsEn: voted.pointsEn ?? undefined, words: voted.words };
  if (points === undefined) {
    if (!asVoted) throw new DomainError('rule', 'deliberation.plan_missing');
    return asVoted;
  }
  const written = { points, pointsEn, words };
  if (!asVoted) return written;
  if (saysTheSame(written, asVoted)) return pointsEn?.length ? { ...asVoted, pointsEn } : asVoted;
  if (reason === undefined) throw new DomainError('rule', 'deliberation.differs_from_vote');
  return { ...written, reason };
}

/**
 * What is being carried out says what was voted on: a correction may go back to that text, or set right the English of
 * the one that stands. Anything else is another decision.
 * @throws rule a text that nobody voted on, once it is carried out
 */
export async function refuseUnvoted(tx: Tx, row: DeliberationRow, written: Written): Promise<void> {
  if (row.status === 'publish_resolution') return;
  const stands = [await votedText(tx, row), await latestText(tx, row.id, 'resolution')];
  if (!stands.some((text) => text && saysTheSame(text, written))) {
    throw new DomainError('rule', 'deliberation.needs_new_case');
  }
}

/**
 * A version of the resolution. While it is not carried out yet, its notice period begins with it; a correction of one
 * that is stands beside it without a new one.
 */
export async function publishText(
  ctx: Context,
  { tx, row, permit, written, now }: Publishing<'publish' | 'correct', Written>,
): Promise<DeliberationRow> {
  const text = await nextText(tx, row.id, 'resolution', written, { byId: actorKey(ctx.actor), at: now });
  await addText(tx, text);
  const isBefore = row.status === 'publish_resolution' || row.noticeUntil === null;
  const noticeUntil = isBefore ? noticeEnd(now, packOf(row.packId).publicDays) : (row.noticeUntil ?? '');
  return move(tx, row, permit, {
    set: { publishedAt: row.publishedAt ?? now, noticeUntil },
    data: { version: text.version, sha256: text.sha256, noticeUntil },
    actor: ctx.actor,
    at: now,
  });
}

type Figure = Pick<typeof deliberationFigure.$inferInsert, 'kind' | 'label' | 'amount' | 'unit'>;

/** What was used cannot be more than what was earned less what it cost (民法典 282: the rest belongs to the owners). */
function refuseOverspent(figures: readonly Figure[]): void {
  const sum = (kind: Figure['kind']) =>
    figures.filter((one) => one.kind === kind).reduce((total, one) => total + one.amount, 0);
  const balance = sum('income') - sum('cost');
  if (sum('use') > Math.max(balance, 0)) {
    throw new DomainError('rule', 'deliberation.more_used_than_left', {
      params: { balance: (balance / 100).toFixed(2), used: (sum('use') / 100).toFixed(2) },
    });
  }
}

/** A version of the result with its accounts; the balance is computed and never typed. */
export async function publishAccounts(
  ctx: Context,
  { tx, row, permit, written, now }: Publishing<'publish_result' | 'correct_result', Written & { figures: Figure[] }>,
): Promise<DeliberationRow> {
  refuseOverspent(written.figures);
  const text = await nextText(tx, row.id, 'result', written, { byId: actorKey(ctx.actor), at: now });
  await addText(tx, text);
  const of = { deliberationId: row.id, version: text.version };
  await addFigures(
    tx,
    written.figures.map((figure, i) => ({ ...of, ordinal: i + 1, ...figure })),
  );
  return move(tx, row, permit, {
    to: 'completed',
    set: { resultAt: now, endedAt: row.endedAt ?? now },
    data: { version: text.version, sha256: text.sha256 },
    actor: ctx.actor,
    at: now,
  });
}
