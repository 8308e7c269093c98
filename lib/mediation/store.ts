import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { MediationEventData } from './events';
import type { MediationRow } from './facts';
import type { Relation } from './relation';
import type { Status } from './status';
import {
  legalDuty,
  mediation,
  mediationAgreement,
  mediationCheck,
  mediationEnd,
  mediationOpinion,
  mediationParty,
  mediationSession,
} from './tables';
import { type Action, guard, workflow } from './workflow';

export const caseKind = 'mediation';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];
type PartyInput = Pick<typeof mediationParty.$inferInsert, 'name' | 'phone' | 'address' | 'personId'>;

/** Writes a new case, its parties and its first event. @throws a unique violation when the code is taken. */
export async function insertMediation(
  tx: Tx,
  row: Omit<MediationRow, 'lastSeq' | 'lastHash' | 'version'>,
  parties: readonly PartyInput[],
  by: { actor: Actor; relation: Relation },
): Promise<MediationRow> {
  const head = { ...row, version: 1, ...unborn };
  const data: MediationEventData['mediation.opened'] = { parties: parties.length, fromOrder: row.orderId !== null };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'mediation.opened',
    actor: actorKey(by.actor),
    relation: by.relation,
    data: { ...data },
    at: row.openedAt,
  });
  const [made] = await tx
    .insert(mediation)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .returning();
  if (!made) throw new Error('an inserted mediation gave no row');
  await tx.insert(mediationParty).values(
    parties.map((party, at) => ({
      mediationId: row.id,
      ordinal: at + 1,
      ...party,
      agreedAt: null,
      agreedMediatorAt: null,
      agreedProposedAt: null,
      refusedAt: null,
      signedAt: null,
    })),
  );
  await appendEvent(tx, event);
  return made;
}

/**
 * The one writer of a case's state: a guarded UPDATE, one event with the hash of the one before, and its outbox row.
 * @throws `conflict` `mediation.stale` when somebody else moved the case since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: MediationRow,
  permit: CasePermit<A, Relation>,
  change: {
    to?: Status;
    set?: Partial<typeof mediation.$inferInsert>;
    data: MediationEventData[EventOf<A>];
    actor: Actor;
    at: number;
  },
): Promise<MediationRow> {
  const to = change.to ?? row.status;
  if (!guard.targetsOf(permit.action, row.status).includes(to)) {
    throw new Error(`${permit.action} does not lead from ${row.status} to ${to}`);
  }
  const event = nextEvent(caseKind, row, row.status, to, {
    type: workflow[permit.action].event,
    actor: actorKey(change.actor),
    relation: permit.relation,
    data: { ...change.data },
    at: change.at,
  });
  const [moved] = await tx
    .update(mediation)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(unmoved(mediation, row))
    .returning();
  if (!moved) throw new DomainError('conflict', 'mediation.stale', { version: row.version });
  await appendEvent(tx, event);
  return moved;
}

type PartyMoment = 'agreedAt' | 'agreedProposedAt' | 'refusedAt' | 'signedAt';

/** Writes when a party said something, once. @returns false when it stood there already, or there is no such party */
export async function markParty(
  tx: Tx,
  of: { mediationId: string; ordinal: number },
  moment: PartyMoment,
  at: number,
): Promise<boolean> {
  const marked = await tx
    .update(mediationParty)
    .set({ [moment]: at })
    .where(
      and(
        eq(mediationParty.mediationId, of.mediationId),
        eq(mediationParty.ordinal, of.ordinal),
        isNull(mediationParty[moment]),
      ),
    )
    .returning();
  return marked.length === 1;
}

/** Takes one moment from all parties: consent to somebody who is proposed no more, signatures below another text. */
export async function clearParties(tx: Tx, mediationId: string, moment: PartyMoment): Promise<void> {
  await tx
    .update(mediationParty)
    .set({ [moment]: null })
    .where(eq(mediationParty.mediationId, mediationId))
    .returning();
}

/** Everybody agreed to who was proposed: their consents are to the mediator from now on. */
export async function seatMediator(tx: Tx, mediationId: string): Promise<void> {
  await tx
    .update(mediationParty)
    .set({ agreedMediatorAt: sql`${mediationParty.agreedProposedAt}`, agreedProposedAt: null })
    .where(eq(mediationParty.mediationId, mediationId))
    .returning();
}

export async function addSession(tx: Tx, row: typeof mediationSession.$inferInsert): Promise<void> {
  await tx.insert(mediationSession).values(row);
}

export async function addOpinion(tx: Tx, row: typeof mediationOpinion.$inferInsert): Promise<void> {
  await tx.insert(mediationOpinion).values(row);
}

/** @returns false when it was answered already, or is none of this case */
export async function answerOpinionOf(
  tx: Tx,
  where: { id: string; mediationId: string },
  answer: { opinion: string; answeredAt: number },
): Promise<boolean> {
  const rows = await tx
    .update(mediationOpinion)
    .set(answer)
    .where(
      and(
        eq(mediationOpinion.id, where.id),
        eq(mediationOpinion.mediationId, where.mediationId),
        isNull(mediationOpinion.answeredAt),
      ),
    )
    .returning();
  return rows.length === 1;
}

/** A version of the agreement; only its seal is written afterwards. */
export async function addAgreement(tx: Tx, row: typeof mediationAgreement.$inferInsert): Promise<void> {
  await tx.insert(mediationAgreement).values(row);
}

export async function sealAgreementOf(
  tx: Tx,
  of: { mediationId: string; version: number },
  sealNo: string,
): Promise<void> {
  await tx
    .update(mediationAgreement)
    .set({ sealNo })
    .where(and(eq(mediationAgreement.mediationId, of.mediationId), eq(mediationAgreement.version, of.version)))
    .returning();
}

export async function addCheck(tx: Tx, row: typeof mediationCheck.$inferInsert): Promise<void> {
  await tx.insert(mediationCheck).values(row);
}

/** Why it ended without an agreement; the other ways are told with it (26). */
export async function addEnd(tx: Tx, row: { mediationId: string; words: string; at: number }): Promise<void> {
  await tx.insert(mediationEnd).values({ ...row, waysToldAt: row.at });
}

export async function addDuty(tx: Tx, row: typeof legalDuty.$inferInsert): Promise<void> {
  await tx.insert(legalDuty).values(row);
}

/** Shortens an entry; what is over already, or ends earlier, stays as it is. @returns false when it does */
export async function endDutyOn(tx: Tx, id: string, on: string): Promise<boolean> {
  const rows = await tx
    .update(legalDuty)
    .set({ validTo: on })
    .where(and(eq(legalDuty.id, id), or(isNull(legalDuty.validTo), gt(legalDuty.validTo, on))))
    .returning();
  return rows.length === 1;
}
