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

/** As many letters as make a sentence somebody's own; shorter ones (开到九点) anybody says. */
const ownFrom = 8;

/** The clauses of a text that are long enough to be somebody's own. */
const clausesOf = (text: string): string[] =>
  text
    .split(/[。！？!?；;…，,、：:“”"「」（）()\n]|\.(?!\d)/)
    .map(bare)
    .filter((clause) => [...clause].length >= ownFrom);

/** Whether a text holds a clause that somebody wrote, or a piece cut out of one. */
function repeats(text: string, said: readonly { whole: string; clauses: string[] }[]): boolean {
  const [own, parts] = [bare(text), clausesOf(text)];
  return said.some(
    ({ whole, clauses }) =>
      own === whole || clauses.some((clause) => own.includes(clause)) || parts.some((part) => whole.includes(part)),
  );
}

/**
 * The next version of the list. What people said is heard and put in other words; a row of which either half repeats
 * somebody's sentence as it stands is refused, since its writer was promised that it stays unpublished.
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
  const said = entries.map(({ words }) => ({ whole: bare(words), clauses: clausesOf(words) }));
  const copied = wanted.findIndex(({ heard, heardEn, doing, doingEn }) =>
    [heard, heardEn, doing, doingEn].some((text) => text && repeats(text, said)),
  );
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
