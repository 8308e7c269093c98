import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { canonical } from '@/lib/casework/chain';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listsOf, type RoundRow } from './facts';
import type { listedInput } from './input';
import { opinionEntry } from './tables';

type Row = Awaited<ReturnType<typeof listsOf>>[number];

/** Letters and digits alone: a changed comma makes no other sentence. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The next version of the list. What people said is heard and put in other words; a row that is somebody's sentence as it
 * stands is refused, since its writer was promised that it stays unpublished.
 * @throws rule `round.word_for_word`
 */
export async function listRows(
  tx: Tx,
  round: RoundRow,
  wanted: z.output<typeof listedInput>['rows'],
  at: number,
): Promise<Row[]> {
  const entries = await tx
    .select({ words: opinionEntry.words })
    .from(opinionEntry)
    .where(eq(opinionEntry.roundId, round.id));
  const said = new Set(entries.map(({ words }) => bare(words)));
  const copied = wanted.findIndex(({ heard }) => said.has(bare(heard)));
  if (copied >= 0) throw new DomainError('rule', 'round.word_for_word', { params: { row: copied + 1 } });
  const version = ((await listsOf(tx, round.id)).at(-1)?.version ?? 0) + 1;
  return wanted.map((row, i) => ({
    roundId: round.id,
    version,
    ordinal: i + 1,
    heard: row.heard,
    heardEn: row.heardEn || null,
    doing: row.doing,
    doingEn: row.doingEn || null,
    who: row.who || null,
    dueOn: row.dueOn ?? null,
    at,
  }));
}

/** What an event says of a version: its number, its length, and the SHA-256 over what people read of it. */
export const said = (rows: readonly Row[]): { version: number; rows: number; sha256: string } => ({
  version: rows[0]?.version ?? 0,
  rows: rows.length,
  sha256: createHash('sha256')
    .update(canonical(rows.map((row) => [row.heard, row.heardEn, row.doing, row.doingEn, row.who, row.dueOn])), 'utf8')
    .digest('hex'),
});
