import { createHash } from 'node:crypto';
import { and, eq, max } from 'drizzle-orm';
import { canonical } from '@/lib/casework/chain';
import type { Reader, Tx } from '@/lib/kernel/context';
import type { TextKind } from './status';
import { deliberationText } from './tables';

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
