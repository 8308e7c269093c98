import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { deliberation } from '../tables';

/** Whether a matter of this community was decided: its last vote passed, whatever became of it since. */
export async function passedDecision(
  db: Pick<Reader, 'select'>,
  { community, code }: { community: string; code: string },
): Promise<boolean> {
  const rows = await db
    .select({ code: deliberation.code })
    .from(deliberation)
    .where(
      and(
        eq(deliberation.code, code),
        eq(deliberation.communityCode, community),
        inArray(deliberation.status, ['publish_resolution', 'publish_result', 'completed']),
      ),
    );
  return rows.length === 1;
}
