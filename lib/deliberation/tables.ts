import { boolean, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { LegalForm } from '@/lib/places/status';
import type { Basis, Body, Choice, MeetingState, Seat, Status, TextKind, VoteWay, VotingStage } from './status';

/** One matter for all on its way through 四议两公开. */
export const deliberation = table(
  'deliberation',
  {
    id: text('id').primaryKey(),
    /** `PL-YS-2024-003`: community, 议事, year, serial without a gap. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    streetCode: text('street_code').notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en'),
    /** 动议事由, from a closed list. */
    motive: text('motive').notNull(),
    status: text('status').$type<Status>().notNull(),
    legalForm: text('legal_form').$type<LegalForm>().notNull(),
    /** The rule pack that it started with and keeps. */
    packId: text('pack_id').notNull(),
    /** 民法典 275, 278: asked for before anybody votes; null until then. Both are public. */
    basis: text('basis').$type<Basis>(),
    basisWords: text('basis_words'),
    /** Where prices are decided: each must lie below the market figure beside it. */
    belowMarket: boolean('below_market').notNull(),
    needsFiling: boolean('needs_filing').notNull(),
    filedUnit: text('filed_unit'),
    filedOn: text('filed_on'),
    filingNo: text('filing_no'),
    /** The plan went to all who vote on it: version of the text, and the day. */
    planSentOn: text('plan_sent_on'),
    planVersion: integer('plan_version'),
    publishedAt: instant('published_at'),
    /** The notice period runs to the end of this day, inclusive, `YYYY-MM-DD`. */
    noticeUntil: text('notice_until'),
    resultAt: instant('result_at'),
    /** 为民办实事 that carries it out. */
    projectCode: text('project_code'),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('deliberation_code').on(t.code),
    index('deliberation_community').on(t.communityCode, t.status, t.openedAt, t.id),
  ],
);

/** The rule pack that a community's next case starts with; without a row, that of its legal form. */
export const deliberationRules = table('deliberation_rules', {
  communityCode: text('community_code').primaryKey(),
  packId: text('pack_id').notNull(),
  byId: text('by_id').notNull(),
  at: instant('at').notNull(),
});

/** The orders that it answers; who sent one is told of every step. */
export const deliberationSource = table(
  'deliberation_source',
  { deliberationId: text('deliberation_id').notNull(), orderId: text('order_id').notNull() },
  (t) => [primaryKey({ columns: [t.deliberationId, t.orderId] }), index('deliberation_source_order').on(t.orderId)],
);

/** Plan, resolution, result and legal basis, each version beside the one before; a row is never changed. */
export const deliberationText = table(
  'deliberation_text',
  {
    deliberationId: text('deliberation_id').notNull(),
    kind: text('kind').$type<TextKind>().notNull(),
    version: integer('version').notNull(),
    /** Numbered points, in the order in which they are read. */
    points: json<string[]>('points').notNull(),
    pointsEn: json<string[]>('points_en'),
    words: text('words').notNull(),
    /** Why this version stands beside the one before. */
    reason: text('reason'),
    sha256: text('sha256').notNull(),
    byId: text('by_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.deliberationId, t.kind, t.version] })],
);

/** One meeting of one body; after a failed or annulled one another may be called. */
export const deliberationMeeting = table(
  'deliberation_meeting',
  {
    id: text('id').primaryKey(),
    deliberationId: text('deliberation_id').notNull(),
    stage: text('stage').$type<VotingStage>().notNull(),
    ordinal: integer('ordinal').notNull(),
    body: text('body').$type<Body>().notNull(),
    state: text('state').$type<MeetingState>().notNull(),
    /** Votes on the web beside those in the room; then attendance goes by name. */
    withWeb: boolean('with_web').notNull(),
    heldAt: instant('held_at').notNull(),
    place: text('place').notNull(),
    calledAt: instant('called_at').notNull(),
    /** The last moment of the votes on the web, announced with the meeting; null without any. */
    votesUntil: instant('votes_until'),
    /** The version of the plan that it votes on, fixed as the vote opens; null where there is none yet. */
    planVersion: integer('plan_version'),
    /** 应到: seats with a vote on the frozen roll. */
    eligible: integer('eligible'),
    rollSalt: text('roll_salt'),
    /** SHA-256 over salt and roll, public from the freezing on. */
    rollDigest: text('roll_digest'),
    /** 实到; those who voted on the web count as present. */
    present: integer('present'),
    neededPresent: integer('needed_present'),
    yes: integer('yes_votes'),
    no: integer('no_votes'),
    abstain: integer('abstain_votes'),
    neededYes: integer('needed_yes'),
    /** SHA-256 over the sorted web ballots; null without any. */
    ballotDigest: text('ballot_digest'),
    minutes: text('minutes'),
    /** Why it was annulled. */
    annulled: text('annulled'),
    /** Who watched over the annulment of a meeting whose votes were counted: an office, never a name. */
    witness: text('witness'),
    closedAt: instant('closed_at'),
  },
  (t) => [uniqueIndex('deliberation_meeting_no').on(t.deliberationId, t.stage, t.ordinal)],
);

/** Who is entitled to vote in a meeting. Names are personal data: shown to those who run the meeting, to nobody else. */
export const deliberationRoll = table(
  'deliberation_roll',
  {
    meetingId: text('meeting_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    name: text('name').notNull(),
    seat: text('seat').$type<Seat>().notNull(),
    /** With an account: may vote on the web. */
    personId: text('person_id'),
    presentAt: instant('present_at'),
    /** While the vote runs, the day on which they voted on the web, never how; gone once it is over. */
    votedOn: text('voted_on'),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.ordinal] }),
    uniqueIndex('deliberation_roll_person').on(t.meetingId, t.personId),
    index('deliberation_roll_of').on(t.personId, t.meetingId),
  ],
);

/** Votes counted in the room, by show of hands and on paper. */
export const deliberationCount = table(
  'deliberation_count',
  {
    meetingId: text('meeting_id').notNull(),
    way: text('way').$type<VoteWay>().notNull(),
    yes: integer('yes_votes').notNull(),
    no: integer('no_votes').notNull(),
    abstain: integer('abstain_votes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.way] })],
);

/**
 * A secret web vote. Holds neither the voter nor a time, and its key is the hash of the receipt, so that rows stand in
 * no order that tells who came when.
 */
export const deliberationBallot = table(
  'deliberation_ballot',
  {
    meetingId: text('meeting_id').notNull(),
    /** SHA-256 of the receipt that the voter keeps. */
    receiptHash: text('receipt_hash').notNull(),
    choice: text('choice').$type<Choice>().notNull(),
    /** Keyed hash over meeting, receipt and choice: a changed row does not fit it. */
    seal: text('seal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.receiptHash] })],
);

/** Minutes, pictures, signed sheets. Never published by itself: `isPublic` is said for each. */
export const deliberationFile = table(
  'deliberation_file',
  {
    id: text('id').primaryKey(),
    deliberationId: text('deliberation_id').notNull(),
    meetingId: text('meeting_id'),
    uploadId: text('upload_id').notNull(),
    name: text('name').notNull(),
    isPublic: boolean('is_public').notNull(),
    byId: text('by_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('deliberation_file_of').on(t.deliberationId, t.at, t.id)],
);

/** A price that was decided, beside the market's; a new list stands beside the old one. */
export const deliberationPrice = table(
  'deliberation_price',
  {
    deliberationId: text('deliberation_id').notNull(),
    version: integer('version').notNull(),
    ordinal: integer('ordinal').notNull(),
    label: text('label').notNull(),
    /** In fen, so that sums are whole. */
    priceFen: integer('price_fen').notNull(),
    marketFen: integer('market_fen').notNull(),
    unit: text('unit').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.deliberationId, t.version, t.ordinal] })],
);

/** 实施结果: a figure of the accounts. `kind` says on which side of the balance it stands. */
export const deliberationFigure = table(
  'deliberation_figure',
  {
    deliberationId: text('deliberation_id').notNull(),
    version: integer('version').notNull(),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').$type<'count' | 'income' | 'cost' | 'use'>().notNull(),
    label: text('label').notNull(),
    /** In fen for money, in pieces for a count. */
    amount: integer('amount').notNull(),
    unit: text('unit').notNull(),
  },
  (t) => [primaryKey({ columns: [t.deliberationId, t.version, t.ordinal] })],
);

/** 意见: what somebody says against a resolution on notice. Public once it is answered, and without a name. */
export const deliberationObjection = table(
  'deliberation_objection',
  {
    id: text('id').primaryKey(),
    deliberationId: text('deliberation_id').notNull(),
    words: text('words').notNull(),
    /** Given freely, for asking back; shown to the secretary and the clerk alone. */
    contact: text('contact'),
    /** 三日内答复: by the end of this day. */
    answerBy: text('answer_by').notNull(),
    at: instant('at').notNull(),
    /** The words as everybody may read them: looked through when answered, so that no name gets out. */
    publicWords: text('public_words'),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by'),
  },
  (t) => [index('deliberation_objection_of').on(t.deliberationId, t.at, t.id)],
);
