import { inArray } from 'drizzle-orm';
import type { CasePapers } from '@/lib/casework/verify';
import { wordsHash } from './store';
import { answerWords } from './tables';

/** Every version of the words of an answer, as its event says it. */
export const answerPapers: CasePapers = {
  told({ data }) {
    const { version, sha256 } = JSON.parse(data) as { version?: number; sha256?: string };
    return version === undefined || sha256 === undefined ? [] : [{ key: `words ${version}`, digests: [sha256] }];
  },
  async kept(db, caseIds) {
    const rows = await db
      .select()
      .from(answerWords)
      .where(inArray(answerWords.answerId, caseIds))
      .orderBy(answerWords.answerId, answerWords.version);
    return rows.map((row) => ({ caseId: row.answerId, key: `words ${row.version}`, digests: [wordsHash(row)] }));
  },
};
