import { asc, count, desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Actor, Reader, Tx } from '@/lib/kernel/context';
import type { MediationFacts } from './conditions';
import { mediation, mediationAgreement, type mediationCheck, mediationParty, type mediationSession } from './tables';

type Db = Pick<Reader | Tx, 'select'>;
export type MediationRow = typeof mediation.$inferSelect;
export type PartyRow = typeof mediationParty.$inferSelect;
export type AgreementRow = typeof mediationAgreement.$inferSelect;

export async function findMediation(db: Db, code: string): Promise<MediationRow | undefined> {
  const [row] = await db.select().from(mediation).where(eq(mediation.code, code));
  return row;
}

export const partiesOf = (db: Db, mediationId: string): Promise<PartyRow[]> =>
  db
    .select()
    .from(mediationParty)
    .where(eq(mediationParty.mediationId, mediationId))
    .orderBy(asc(mediationParty.ordinal));

/** Every version of the agreement, the latest first. */
export const agreementsOf = (db: Db, mediationId: string): Promise<AgreementRow[]> =>
  db
    .select()
    .from(mediationAgreement)
    .where(eq(mediationAgreement.mediationId, mediationId))
    .orderBy(desc(mediationAgreement.version));

/** The actor's number among the parties; null when they are none of them. */
export function partyOf(actor: Actor, parties: readonly PartyRow[]): number | null {
  if (actor.kind !== 'person') return null;
  return parties.find((party) => party.personId === actor.personId)?.ordinal ?? null;
}

/** What the conditions of the table look at. */
export async function mediationFacts(db: Db, row: MediationRow, now: number): Promise<MediationFacts> {
  const parties = await partiesOf(db, row.id);
  const [agreement] = await agreementsOf(db, row.id);
  return {
    today: shanghaiDate(now),
    isProposed: row.proposedMediatorId !== null,
    parties: parties.map((party) => ({
      agreed: party.agreedAt !== null,
      agreedProposed: party.agreedProposedAt !== null,
      signed: party.signedAt !== null,
    })),
    agreement: agreement ? { version: agreement.version, oral: agreement.oral } : null,
    confirmUntil: row.confirmUntil,
    confirmAppliedOn: row.confirmAppliedOn,
    confirmedOn: row.confirmedOn,
  };
}

/** The next number of a case's sessions or checks, from 1. */
export async function nextOrdinal(
  db: Db,
  of: typeof mediationSession | typeof mediationCheck,
  mediationId: string,
): Promise<number> {
  const [rows] = await db.select({ n: count() }).from(of).where(eq(of.mediationId, mediationId));
  return Number(rows?.n ?? 0) + 1;
}
