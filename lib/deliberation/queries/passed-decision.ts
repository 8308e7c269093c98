import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { Status } from '../status';
import { deliberation } from '../tables';

type Asked = { community: string; code: string };

async function standsIn(
  db: Pick<Reader, 'select'>,
  { community, code }: Asked,
  states: readonly Status[],
): Promise<boolean> {
  const rows = await db
    .select({ code: deliberation.code })
    .from(deliberation)
    .where(
      and(
        eq(deliberation.code, code),
        eq(deliberation.communityCode, community),
        inArray(deliberation.status, [...states]),
      ),
    );
  return rows.length === 1;
}

/** Whether a matter of this community was decided: its last vote passed, whatever became of it since. */
export const passedDecision = (db: Pick<Reader, 'select'>, asked: Asked): Promise<boolean> =>
  standsIn(db, asked, ['publish_resolution', 'publish_result', 'completed']);

/** Whether what was decided may be carried out: published, its notice over, objections answered, and filed where it has to be. */
export const begunDecision = (db: Pick<Reader, 'select'>, asked: Asked): Promise<boolean> =>
  standsIn(db, asked, ['publish_result', 'completed']);
