import { createHash } from 'node:crypto';
import { and, desc, eq, max } from 'drizzle-orm';
import { canonical } from '@/lib/casework/chain';
import type { Reader, Tx } from '@/lib/kernel/context';
import type { TextKind } from './status';
import { type deliberation, deliberationMeeting, deliberationText } from './tables';

export interface Written {
  points: string[];
  pointsEn?: string[];
  words: string;
  reason?: string;
}

/** SHA-256 over what people read of a version, in canonical JSON: stands in the history, so no version changes unseen. */
export const textHash = (text: { points: string[]; pointsEn: string[] | null; words: string }): string =>
  createHash('sha256')
    .update(canonical([text.points, text.pointsEn, text.words]), 'utf8')
    .digest('hex');

/** The row of the next version of a text. Two who write at once get the same number, and the second is refused. */
export async function nextText(
  tx: Pick<Reader | Tx, 'select'>,
  deliberationId: string,
  kind: TextKind,
  written: Written,
  by: { byId: string; at: number },
): Promise<typeof deliberationText.$inferInsert & { version: number; sha256: string }> {
  const [last] = await tx
    .select({ version: max(deliberationText.version) })
    .from(deliberationText)
    .where(and(eq(deliberationText.deliberationId, deliberationId), eq(deliberationText.kind, kind)));
  const pointsEn = written.pointsEn && written.pointsEn.length > 0 ? written.pointsEn : null;
  const text = { points: written.points, pointsEn, words: written.words };
  return {
    deliberationId,
    kind,
    version: (last?.version ?? 0) + 1,
    ...text,
    reason: written.reason ?? null,
    sha256: textHash(text),
    ...by,
  };
}

type TextRow = typeof deliberationText.$inferSelect;
type Words = { points: readonly string[]; words: string };

const oneLine = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Whether two texts say the same in Chinese, which is what was voted on; English stands beside it to be read. */
export const saysTheSame = (a: Words, b: Words): boolean =>
  a.points.length === b.points.length &&
  a.points.every((point, i) => oneLine(point) === oneLine(b.points[i] ?? '')) &&
  oneLine(a.words) === oneLine(b.words);

/** The version of a text that holds now; undefined before there is one. */
export async function latestText(
  db: Pick<Reader | Tx, 'select'>,
  deliberationId: string,
  kind: TextKind,
): Promise<TextRow | undefined> {
  const [text] = await db
    .select()
    .from(deliberationText)
    .where(and(eq(deliberationText.deliberationId, deliberationId), eq(deliberationText.kind, kind)))
    .orderBy(desc(deliberationText.version))
    .limit(1);
  return text;
}

/**
 * The plan as the meeting that decided voted on it; undefined before one did. A meeting from before versions were kept
 * with it voted on the last one: nothing is written after the review.
 */
export async function votedText(
  db: Pick<Reader | Tx, 'select'>,
  row: Pick<typeof deliberation.$inferSelect, 'id' | 'planVersion'>,
): Promise<TextRow | undefined> {
  const [decided] = await db
    .select({ version: deliberationMeeting.planVersion })
    .from(deliberationMeeting)
    .where(
      and(
        eq(deliberationMeeting.deliberationId, row.id),
        eq(deliberationMeeting.stage, 'resolve'),
        eq(deliberationMeeting.state, 'passed'),
      ),
    )
    .orderBy(desc(deliberationMeeting.ordinal))
    .limit(1);
  const version = decided ? (decided.version ?? row.planVersion) : null;
  if (version === null) return undefined;
  const [text] = await db
    .select()
    .from(deliberationText)
    .where(
      and(
        eq(deliberationText.deliberationId, row.id),
        eq(deliberationText.kind, 'plan'),
        eq(deliberationText.version, version),
      ),
    );
  return text;
}
