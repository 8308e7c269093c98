import { boolean, index, instant, integer, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { DutyKind, MediatorKind, Status } from './status';

/** A quarrel between neighbours: there for its parties, its mediator and the secretary, and for nobody else (15). */
export const mediation = table(
  'mediation',
  {
    id: text('id').primaryKey(),
    /** `PL-TJ-2024-007`: community, 调解, year, serial without a gap. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    /** The sealed order that it came from, if any; the order's evidence is this case's number and nothing else. */
    orderId: text('order_id'),
    status: text('status').$type<Status>().notNull(),
    title: text('title').notNull(),
    mediatorId: text('mediator_id'),
    mediatorKind: text('mediator_kind').$type<MediatorKind>(),
    /** Who is proposed, first or in the place of another; takes the seat when everybody has agreed (19). */
    proposedMediatorId: text('proposed_mediator_id'),
    proposedKind: text('proposed_kind').$type<MediatorKind>(),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** 一般一个月内办结 [M], said as a habit and not as the law. */
    plannedUntil: text('planned_until').notNull(),
    settledOn: text('settled_on'),
    /** 司法确认: applied for jointly within 30 days of taking effect (33); the last day, inclusive. */
    confirmUntil: text('confirm_until'),
    /** The day on which both sides applied; it keeps the term, however long the court takes. */
    confirmAppliedOn: text('confirm_applied_on'),
    /** The day of the court's ruling. */
    confirmedOn: text('confirmed_on'),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('mediation_code').on(t.code),
    uniqueIndex('mediation_order').on(t.orderId),
    index('mediation_community').on(t.communityCode, t.status, t.openedAt, t.id),
    index('mediation_mediator').on(t.mediatorId, t.openedAt, t.id),
  ],
);

export const mediationParty = table(
  'mediation_party',
  {
    mediationId: text('mediation_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    address: text('address'),
    personId: text('person_id'),
    /** To be mediated at all, and by whom: each for itself, each may be taken back. */
    agreedAt: instant('agreed_at'),
    agreedMediatorAt: instant('agreed_mediator_at'),
    /** To who is proposed and does not mediate yet. */
    agreedProposedAt: instant('agreed_proposed_at'),
    refusedAt: instant('refused_at'),
    signedAt: instant('signed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.mediationId, t.ordinal] }),
    index('mediation_party_person').on(t.personId, t.mediationId),
  ],
);

export const mediationSession = table(
  'mediation_session',
  {
    mediationId: text('mediation_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    heldAt: instant('held_at').notNull(),
    place: text('place').notNull(),
    /** Who else was there, with the consent of both sides (20). */
    others: text('others').notNull(),
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mediationId, t.ordinal] })],
);

/** Asked of the legal duty roster, and what was answered: an opinion, marked as one, for the mediator (M19). */
export const mediationOpinion = table(
  'mediation_opinion',
  {
    id: text('id').primaryKey(),
    mediationId: text('mediation_id').notNull(),
    dutyId: text('duty_id').notNull(),
    /** Without names: whoever answers learns the question and not the parties. */
    question: text('question').notNull(),
    opinion: text('opinion'),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('mediation_opinion_of').on(t.mediationId, t.askedAt, t.id)],
);

/** 调解协议书 with its three statutory blocks (29); each version beside the one before. */
export const mediationAgreement = table(
  'mediation_agreement',
  {
    mediationId: text('mediation_id').notNull(),
    version: integer('version').notNull(),
    /** Or an oral one on record (28). */
    oral: boolean('oral').notNull(),
    parties: text('parties').notNull(),
    facts: text('facts').notNull(),
    performance: text('performance').notNull(),
    performUntil: text('perform_until'),
    sealNo: text('seal_no'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mediationId, t.version] })],
);

/** 履行情况: the committee supervises performance (31). */
export const mediationCheck = table(
  'mediation_check',
  {
    mediationId: text('mediation_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    on: text('checked_on').notNull(),
    performed: boolean('performed').notNull(),
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mediationId, t.ordinal] })],
);

/** Why it ended without agreement, and that the other ways were told (26). */
export const mediationEnd = table('mediation_end', {
  mediationId: text('mediation_id').primaryKey(),
  words: text('words').notNull(),
  waysToldAt: instant('ways_told_at').notNull(),
  at: instant('at').notNull(),
});

/** 三官一律进社区: who can be asked when. */
export const legalDuty = table(
  'legal_duty',
  {
    id: text('id').primaryKey(),
    communityCode: text('community_code').notNull(),
    kind: text('kind').$type<DutyKind>().notNull(),
    name: text('name').notNull(),
    office: text('office').notNull(),
    phone: text('phone'),
    personId: text('person_id'),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
  },
  (t) => [index('legal_duty_of').on(t.communityCode, t.validFrom, t.id)],
);
