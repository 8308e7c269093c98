import { asc, eq } from 'drizzle-orm';
import { eventsOf } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { orderCodesOf } from '@/lib/orders/queries/order-codes-of';
import { personNames } from '@/lib/people/queries/person-names';
import type { MediationEventData } from '../events';
import { type AgreementRow, agreementsOf, type MediationRow, mediationFacts, type PartyRow } from '../facts';
import { isOnlyProposed, keepsPapers } from '../policy';
import type { Relation } from '../relation';
import {
  type CheckOutcome,
  type ConsentKind,
  type DutyKind,
  type MediatorKind,
  type OtherWay,
  otherWays,
  type SaidWay,
} from '../status';
import { legalDuty, mediationCheck, mediationEnd, mediationOpinion, mediationSession } from '../tables';
import { type MediationSummary, summaryOf } from '../view';
import { loadCase } from './load-case';

export interface ConsentView {
  to: ConsentKind;
  how: SaidWay;
  /** The day on which it was said, `YYYY-MM-DD`. */
  on: string;
}

export interface PartyView {
  ordinal: number;
  name: string;
  /** One's own, and for who keeps the papers. */
  phone: string | null;
  address: string | null;
  hasAccount: boolean;
  isYou: boolean;
  /** Those that hold now. */
  consents: ConsentView[];
  refusedAt: number | null;
  signedAt: number | null;
}

export interface OpinionView {
  id: string;
  duty: { kind: DutyKind; name: string; office: string; phone: string | null } | null;
  question: string;
  opinion: string | null;
  askedAt: number;
  answeredAt: number | null;
}

export interface MediationDetail extends MediationSummary {
  title: string;
  communityCode: string;
  you: Relation;
  /** The order that it came from; for who keeps the papers. */
  orderCode: string | null;
  openedAt: number;
  plannedUntil: string;
  mediator: { personId: string; name: { zh: string; en: string }; kind: MediatorKind } | null;
  /** Who takes the seat once everybody has agreed; until then they read the title and the parties. */
  proposed: { personId: string; name: { zh: string; en: string }; kind: MediatorKind } | null;
  parties: PartyView[];
  sessions: { ordinal: number; heldAt: number; place: string; others: string; words: string }[];
  /** For who keeps the papers alone; each an opinion, for reference. */
  opinions: OpinionView[];
  /** The latest version first; none of them is ever changed. */
  agreements: Omit<AgreementRow, 'mediationId'>[];
  checks: { ordinal: number; on: string; outcome: CheckOutcome; words: string }[];
  settledOn: string | null;
  confirmUntil: string | null;
  /** The day on which both sides applied at the court. */
  confirmAppliedOn: string | null;
  /** The day of its ruling. */
  confirmedOn: string | null;
  end: { words: string; way: OtherWay | null; at: number; waysToldAt: number } | null;
  /** 3, 26: always there, whatever the case comes to. */
  otherWays: readonly OtherWay[];
}

type Said = { type: string; data: string };

const dataOf = <T extends keyof MediationEventData>(events: Said[], type: T): MediationEventData[T][] =>
  events.filter((event) => event.type === type).map((event) => JSON.parse(event.data) as MediationEventData[T]);

/**
 * The last consent of each kind that holds now, from the history: there stand the day and how it was said. While somebody
 * is proposed as mediator it is the consent to them.
 */
function consentsOf(row: MediationRow, party: PartyRow, events: Said[]): ConsentView[] {
  const { proposedMediatorId, mediatorId } = row;
  const said = dataOf(events, 'mediation.consented').filter((one) => one.party === party.ordinal);
  const holds = {
    mediation: party.agreedAt,
    mediator: proposedMediatorId ? party.agreedProposedAt : party.agreedMediatorAt,
  };
  const asked = proposedMediatorId ?? mediatorId;
  return (['mediation', 'mediator'] as const).flatMap((to) => {
    const last = said.findLast((one) => one.to === to && (to === 'mediation' || one.mediator === asked));
    return last && holds[to] !== null ? [{ to, how: last.how, on: last.on }] : [];
  });
}

/**
 * One case as this caller may read it: the parties read what concerns both sides, the mediator and the secretary the
 * whole file, who is only proposed the title and the parties. @throws not_found whoever stands outside
 */
export async function getMediation(ctx: Context, { code }: { code: string }): Promise<MediationDetail> {
  const { row, parties, standing, own } = await loadCase(ctx, code);
  const { db } = ctx;
  const keeps = keepsPapers(standing);
  const isWhole = !isOnlyProposed(standing);
  const events = await eventsOf(db, 'mediation', row.id);
  const names = await personNames(
    db,
    [row.mediatorId, row.proposedMediatorId].flatMap((id) => id ?? []),
  );
  const seat = (personId: string | null, kind: MediatorKind | null) => {
    const name = names.get(personId ?? '');
    return personId && kind && name ? { personId, name, kind } : null;
  };
  const [sessions, checks, ends, opinions] = [
    await db
      .select()
      .from(mediationSession)
      .where(eq(mediationSession.mediationId, row.id))
      .orderBy(asc(mediationSession.ordinal)),
    await db
      .select()
      .from(mediationCheck)
      .where(eq(mediationCheck.mediationId, row.id))
      .orderBy(asc(mediationCheck.ordinal)),
    await db.select().from(mediationEnd).where(eq(mediationEnd.mediationId, row.id)),
    keeps
      ? await db
          .select({ opinion: mediationOpinion, duty: legalDuty })
          .from(mediationOpinion)
          .leftJoin(legalDuty, eq(legalDuty.id, mediationOpinion.dutyId))
          .where(eq(mediationOpinion.mediationId, row.id))
          .orderBy(asc(mediationOpinion.askedAt), asc(mediationOpinion.id))
      : [],
  ];
  const outcomes = new Map(dataOf(events, 'mediation.checked').map((one) => [one.ordinal, one.outcome]));
  const [orderCode = null] = keeps && row.orderId ? await orderCodesOf(db, [row.orderId]) : [];
  const [end] = ends;
  return {
    ...summaryOf(row, await mediationFacts(db, row, ctx.now()), standing),
    title: row.title,
    communityCode: row.communityCode,
    you: [...standing.relations][0] ?? 'party',
    orderCode,
    openedAt: row.openedAt,
    plannedUntil: row.plannedUntil,
    mediator: seat(row.mediatorId, row.mediatorKind),
    proposed: seat(row.proposedMediatorId, row.proposedKind),
    parties: parties.map((party) => ({
      ordinal: party.ordinal,
      name: party.name,
      phone: keeps || party.ordinal === own ? party.phone : null,
      address: keeps || party.ordinal === own ? party.address : null,
      hasAccount: party.personId !== null,
      isYou: party.ordinal === own,
      consents: isWhole ? consentsOf(row, party, events) : [],
      refusedAt: party.refusedAt,
      signedAt: isWhole ? party.signedAt : null,
    })),
    sessions: (isWhole ? sessions : []).map(({ ordinal, heldAt, place, others, words }) => ({
      ordinal,
      heldAt,
      place,
      others,
      words,
    })),
    opinions: opinions.map(({ opinion: { mediationId: _case, dutyId: _duty, ...one }, duty }) => ({
      ...one,
      duty: duty && { kind: duty.kind, name: duty.name, office: duty.office, phone: duty.phone },
    })),
    agreements: (isWhole ? await agreementsOf(db, row.id) : []).map(({ mediationId: _case, ...one }) => one),
    checks: (isWhole ? checks : []).map(({ ordinal, on, performed, words }) => ({
      ordinal,
      on,
      outcome: outcomes.get(ordinal) ?? (performed ? 'performed' : 'not_yet'),
      words,
    })),
    settledOn: row.settledOn,
    confirmUntil: row.confirmUntil,
    confirmAppliedOn: row.confirmAppliedOn,
    confirmedOn: row.confirmedOn,
    end: end
      ? {
          words: end.words,
          way: dataOf(events, 'mediation.referred').at(-1)?.way ?? null,
          at: end.at,
          waysToldAt: end.waysToldAt,
        }
      : null,
    otherWays,
  };
}
