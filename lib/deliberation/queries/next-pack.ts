import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { LegalForm } from '@/lib/places/status';
import { packsOf, type RulePack } from '../rule-packs';
import { deliberationRules } from '../tables';

/** The rule pack that the next case of a community starts with: the one chosen for it, else that of its legal form's law. */
export async function nextPack(
  db: Pick<Reader, 'select'>,
  communityCode: string,
  legalForm: LegalForm,
): Promise<RulePack> {
  const [chosen] = await db
    .select({ packId: deliberationRules.packId })
    .from(deliberationRules)
    .where(eq(deliberationRules.communityCode, communityCode));
  const packs = packsOf(legalForm);
  // What was chosen for villagers is none for residents, once a community is made one of them.
  const pack = packs.find(({ id }) => id === chosen?.packId) ?? packs[0];
  if (!pack) throw new RangeError(`no rule pack for ${legalForm}`);
  return pack;
}
