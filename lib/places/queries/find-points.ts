import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { typedPoint } from '../input';
import { pointCodesMeant } from '../point-code';
import { area, placePoint } from '../tables';

/** No deployment has more communities; a code without its community is looked for in these. */
const mostCommunities = 200;

/**
 * The slips that a typed code can mean: the one that is written exactly so, else every one that it may be. Several where
 * the community was left out and more than one has it, or where letters look alike. Empty when there is none.
 */
export async function findPoints(
  db: Pick<Reader, 'select'>,
  typed: string,
): Promise<(typeof placePoint.$inferSelect)[]> {
  const said = typedPoint.safeParse(typed);
  if (!said.success) return [];
  const [written] = pointCodesMeant(said.data, []);
  const exact = written ? await db.select().from(placePoint).where(eq(placePoint.code, written)) : [];
  if (exact.length > 0) return exact;
  const communities = await db
    .select({ letters: area.letters })
    .from(area)
    .where(and(eq(area.kind, 'community'), isNotNull(area.letters)))
    .orderBy(asc(area.code))
    .limit(mostCommunities);
  const meant = pointCodesMeant(
    said.data,
    communities.flatMap(({ letters }) => letters ?? []),
  );
  if (meant.length === 0) return [];
  return db.select().from(placePoint).where(inArray(placePoint.code, meant)).orderBy(asc(placePoint.code));
}
