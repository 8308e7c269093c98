import { boolean, index, instant, integer, json, primaryKey, real, table, text, uniqueIndex } from '#dialect';
import type { RuleEffect } from '@/lib/routing/input';
import type { RouteStep } from './route';
import type {
  AskState,
  Channel,
  Closing,
  Colour,
  Comeback,
  ExtensionReason,
  Ground,
  HolderKind,
  LadderStep,
  Level,
  Outcome,
  Solved,
  Status,
  SuspensionState,
  Urgency,
} from './status';

/** Who held an order when it was merged, to hold it again when that is undone. */
export interface MergedHold {
  unit: string | null;
  person: string | null;
  kind: HolderKind | null;
  beside: string[];
}

/** An order and the codes of every level it belongs to, so that each level's lists are served by an index. */
export const orders = table(
  'orders',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    queryHash: text('query_hash').notNull(),
    pinHash: text('pin_hash'),
    itemCode: text('item_code').notNull(),
    categoryCode: text('category_code').notNull(),
    /** 还牵涉: the other item that the words speak of, as whoever wrote the order down saw it. */
    alsoItem: text('also_item'),
    urgency: text('urgency').$type<Urgency>().notNull(),
    /** 受理: the first `classify`. */
    intakeAt: instant('intake_at'),
    words: text('words').notNull(),
    channel: text('channel').$type<Channel>().notNull(),

    zoneCode: text('zone_code').notNull(),
    streetCode: text('street_code').notNull(),
    communityCode: text('community_code').notNull(),
    quarterCode: text('quarter_code'),
    cellCode: text('cell_code').notNull(),
    buildingCode: text('building_code'),
    areaCode: text('area_code').notNull(),
    pointCode: text('point_code'),
    lat: real('lat'),
    lng: real('lng'),
    /** Down to the building; the door lives in `order_contact`. */
    placeZh: text('place_zh').notNull(),
    placeEn: text('place_en').notNull(),

    status: text('status').$type<Status>().notNull(),
    level: text('level').$type<Level>().notNull(),
    comeback: text('comeback').$type<Comeback>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    closing: text('closing').$type<Closing>(),

    anonymous: boolean('anonymous').notNull(),
    confidential: boolean('confidential').notNull(),
    sealed: boolean('sealed').notNull(),
    isProxy: boolean('is_proxy').notNull(),
    doorAgreed: boolean('door_agreed').notNull(),
    requesterId: text('requester_id'),
    requesterHousehold: text('requester_household'),
    proxyId: text('proxy_id'),
    aboutUnit: text('about_unit'),
    /** The community, where the unit complained about is the community itself: all who act in its name are `subject`. */
    aboutCommunity: text('about_community'),

    shiftStartsAt: instant('shift_starts_at'),
    shiftEndsAt: instant('shift_ends_at'),

    submittedAt: instant('submitted_at').notNull(),
    promiseAcceptBy: instant('promise_accept_by').notNull(),
    promiseFinishBy: instant('promise_finish_by').notNull(),
    dispatchBy: instant('dispatch_by').notNull(),
    dispatchedAt: instant('dispatched_at'),
    acceptStartedAt: instant('accept_started_at'),
    acceptBy: instant('accept_by'),
    acceptedAt: instant('accepted_at'),
    contactedAt: instant('contacted_at'),
    milestoneKind: text('milestone_kind'),
    milestoneBy: instant('milestone_by'),
    milestoneMetAt: instant('milestone_met_at'),
    finishBy: instant('finish_by'),
    returnBy: instant('return_by'),
    evidenceAt: instant('evidence_at'),
    verifyBy: instant('verify_by'),
    verifiedAt: instant('verified_at'),
    ratingUntil: instant('rating_until'),
    reopenUntil: instant('reopen_until'),
    needInfoUntil: instant('need_info_until'),
    /** Since when the latest question lies with the requester: the finish stands still from then (3.1). */
    askedAt: instant('asked_at'),
    /** 挂起: since when the finish stands still, and when it goes on; both null once it does. */
    suspendedAt: instant('suspended_at'),
    resumeAt: instant('resume_at'),
    /** Asked for by the handler and not decided yet: an extension (3.4), a suspension; at most one of each. */
    extensionAskedAt: instant('extension_asked_at'),
    suspensionAskedAt: instant('suspension_asked_at'),
    /** 解释办结 after a second reopening: when the secretary signed what was handed in last. */
    explainedSignedAt: instant('explained_signed_at'),
    closedAt: instant('closed_at'),
    /** By when one or two stars are to be followed by a call (3.1.3); null once the call was made. */
    callbackBy: instant('callback_by'),
    /** Drawn at its passing for the sample of closings that are called back, whatever was said (3.6). */
    sampledAt: instant('sampled_at'),
    /** 无法回访 of the latest closing: three tries on two days reached nobody. */
    unreachableAt: instant('unreachable_at'),
    /** The due time of the clock that runs now; far in the future when none does. Lists sort by it. */
    dueAt: instant('due_at').notNull(),

    /** 督办 colour of 3.5; null while it is in time. */
    colour: text('colour').$type<Colour>(),
    /** When the clock looks at it next, since a colour may then change; null = it was moved and is looked at at once. */
    lookAt: instant('look_at'),

    assigneeUnit: text('assignee_unit'),
    assigneePerson: text('assignee_person'),
    holderKind: text('holder_kind').$type<HolderKind>(),
    offerId: text('offer_id'),
    /** `A+B`: named in the order and told; A holds it. */
    coHandlers: json<string[]>('co_handlers').notNull(),
    /** 指定承办 after the third return: cannot be returned again. */
    designated: boolean('designated').notNull(),

    reworkCount: integer('rework_count').notNull(),
    reopenCount: integer('reopen_count').notNull(),
    returnCount: integer('return_count').notNull(),
    nudgeCount: integer('nudge_count').notNull(),
    /** Granted: the first by the dispatcher, the second by the street, no third (3.4). */
    extensionCount: integer('extension_count').notNull().default(0),
    /** The working day to which the latest nudge counts. */
    nudgedOn: text('nudged_on'),
    /** Over the requester's limit of a day (3.8): no rule dispatches it before somebody has looked at it. */
    heldAt: instant('held_at'),
    appealed: boolean('appealed').notNull(),
    /** Of the latest closing: 1 once the requester has rated it. One rating per closing; a call-back is none. */
    ratedClosing: integer('rated_closing').notNull(),

    /** 并单: the main order that this one follows, since when, and what it goes back to when that is undone (3.1). */
    mergedInto: text('merged_into'),
    mergedAt: instant('merged_at'),
    mergedFrom: text('merged_from').$type<Status>(),
    mergedDueAt: instant('merged_due_at'),
    mergedHold: json<MergedHold>('merged_hold'),
    /** Of a main order: different households that brought it up, itself among them; null while nothing is joined to it. */
    households: integer('households'),
    /** 拆单: the order of which this one is a part, with a clock and a holder of its own. */
    childOf: text('child_of'),
    /** Of a part: who asked for the whole. They take no part in it, and it is not in their lists. */
    wholeRequesterId: text('whole_requester_id'),

    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('orders_code').on(t.code),
    uniqueIndex('orders_query_hash').on(t.queryHash),
    index('orders_community').on(t.communityCode, t.status, t.dueAt, t.id),
    index('orders_street').on(t.streetCode, t.level, t.status, t.dueAt, t.id),
    index('orders_cell').on(t.cellCode, t.status, t.dueAt, t.id),
    index('orders_unit').on(t.assigneeUnit, t.status, t.dueAt, t.id),
    index('orders_person').on(t.assigneePerson, t.status, t.dueAt, t.id),
    index('orders_requester').on(t.requesterId, t.submittedAt, t.id),
    index('orders_proxy').on(t.proxyId, t.submittedAt, t.id),
    index('orders_due').on(t.status, t.dueAt, t.id),
    index('orders_community_submitted').on(t.communityCode, t.submittedAt, t.id),
    index('orders_cell_submitted').on(t.cellCode, t.submittedAt, t.id),
    index('orders_merged_into').on(t.mergedInto, t.id),
    index('orders_child_of').on(t.childOf, t.id),
    // 全部, a cell, a building in the order of the lists; what was closed today. The end of a number: db/search-schema.ts.
    index('orders_by_due').on(t.dueAt, t.id),
    index('orders_cell_by_due').on(t.cellCode, t.dueAt, t.id),
    index('orders_building_by_due').on(t.buildingCode, t.dueAt, t.id),
    index('orders_closed').on(t.status, t.closedAt, t.id),
    index('orders_look').on(t.lookAt, t.id),
  ],
);

/** Personal data of an order, apart from its history, so that it can be erased while the facts stay. */
export const orderContact = table(
  'order_contact',
  {
    orderId: text('order_id').primaryKey(),
    name: text('name'),
    phone: text('phone'),
    phoneTail: text('phone_tail'),
    /** Stair and door, or how to find the spot. */
    detail: text('detail'),
    aboutWords: text('about_words'),
  },
  (t) => [index('order_contact_tail').on(t.phoneTail, t.orderId)],
);

/** 代点单 (3.10): who spoke, how known, when the consent words were read, by whom it was typed, and the words as said. */
export const orderProxy = table('order_proxy', {
  orderId: text('order_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  spokenBy: text('spoken_by'),
  knownBy: text('known_by').$type<'in_person' | 'phone' | 'chat'>().notNull(),
  consentAt: instant('consent_at').notNull(),
  /** The requester's own words, where the operator wrote the order in others. */
  words: text('words'),
});

/** Append-only; every column is hashed or part of the key, so that any changed byte shows (3.1.6). */
export const orderEvent = table(
  'order_event',
  {
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    actor: text('actor').notNull(),
    relation: text('relation').notNull(),
    from: text('from_status'),
    to: text('to_status').notNull(),
    /** Canonical JSON (RFC 8785), kept as the bytes that were hashed. */
    data: text('data').notNull(),
    at: instant('at').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.seq] }), index('order_event_at').on(t.at, t.orderId, t.seq)],
);

/** What people wrote; events refer to it by id and hold none of it. */
export const orderNote = table(
  'order_note',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    authorId: text('author_id').notNull(),
    byRequester: boolean('by_requester').notNull(),
    toResident: boolean('to_resident').notNull(),
    words: text('words').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('order_note_order').on(t.orderId, t.seq)],
);

export const orderPhoto = table(
  'order_photo',
  {
    orderId: text('order_id').notNull(),
    uploadId: text('upload_id').notNull(),
    seq: integer('seq').notNull(),
    /** `requester`, `note`, `told` (a staff's, shown to the requester), or the evidence kind that it proves. */
    kind: text('kind').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.uploadId] }), index('order_photo_upload').on(t.uploadId)],
);

/** One piece of evidence, or the reason why it is missing, of one `submit_evidence` (`round` = its seq). */
export const orderEvidence = table(
  'order_evidence',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    round: integer('round').notNull(),
    kind: text('kind').notNull(),
    text: text('text'),
    missingReason: text('missing_reason'),
  },
  (t) => [index('order_evidence_order').on(t.orderId, t.round)],
);

/** Offers go to volunteers, who may decline; an offer is never an assignment (志愿服务条例 25). */
export const orderOffer = table('order_offer', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  scope: text('scope').$type<'own' | 'neighbours' | 'community' | 'cells'>().notNull(),
  skills: json<string[]>('skills').notNull(),
  note: text('note'),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by').$type<'claim' | 'assign' | 'reassign' | 'recall' | 'withdraw' | 'merge'>(),
});

export const orderOfferCell = table(
  'order_offer_cell',
  { offerId: text('offer_id').notNull(), cellCode: text('cell_code').notNull() },
  (t) => [primaryKey({ columns: [t.offerId, t.cellCode] }), index('order_offer_cell_cell').on(t.cellCode, t.offerId)],
);

/** Assignments go to staff, firms and departments, who must sign or return with a reason. */
export const orderAssignment = table(
  'order_assignment',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    unitCode: text('unit_code'),
    personId: text('person_id'),
    startedAt: instant('started_at').notNull(),
    signedAt: instant('signed_at'),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').$type<'return' | 'reassign' | 'recall' | 'withdraw' | 'close' | 'merge'>(),
  },
  (t) => [
    index('order_assignment_order').on(t.orderId, t.startedAt, t.id),
    index('order_assignment_ended').on(t.endedBy, t.endedAt, t.id),
  ],
);

/** Who took which part; it takes rights away for good (3.1.1 `handled`, `verified`). */
export const orderPart = table(
  'order_part',
  {
    orderId: text('order_id').notNull(),
    personId: text('person_id').notNull(),
    part: text('part').$type<'handled' | 'verified' | 'declared_tie'>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.personId, t.part] }), index('order_part_person').on(t.personId, t.part)],
);

/** Every clock that ran, with its explanation line by line; due times are stored, never recomputed in silence (3.2). */
export const orderClock = table(
  'order_clock',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    kind: text('kind').$type<ClockKind>().notNull(),
    seq: integer('seq').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    why: json<{ key: string; params: Record<string, string | number> }[]>('why').notNull(),
  },
  (t) => [index('order_clock_order').on(t.orderId, t.seq, t.id)],
);
/** 延期 (3.4): what was asked for, and what came of it; the words are notes. */
export const orderExtension = table(
  'order_extension',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    /** Of the event that asked. */
    seq: integer('seq').notNull(),
    /** 1 or 2: which extension of the order it would be. */
    no: integer('no').notNull(),
    reason: text('reason').$type<ExtensionReason>().notNull(),
    /** Working days: asked for, and granted. */
    days: integer('days').notNull(),
    grantedDays: integer('granted_days'),
    noteId: text('note_id'),
    answerId: text('answer_id'),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    state: text('state').$type<AskState>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    wasFinishBy: instant('was_finish_by'),
    finishBy: instant('finish_by'),
  },
  (t) => [index('order_extension_order').on(t.orderId, t.seq, t.id)],
);

/** 挂起 (3.1): asked for by the handler or not, decided by somebody else, until a day; the words are notes. */
export const orderSuspension = table(
  'order_suspension',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    /** Of the event that asked, or that suspended it without being asked. */
    seq: integer('seq').notNull(),
    state: text('state').$type<SuspensionState>().notNull(),
    /** `YYYY-MM-DD`: the day that was asked for, then the day that was decided. */
    resumeOn: text('resume_on').notNull(),
    noteId: text('note_id').notNull(),
    /** 挂账 of what has to be built: the plan, as a note. */
    planId: text('plan_id'),
    answerId: text('answer_id'),
    askedBy: text('asked_by'),
    askedAt: instant('asked_at'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    endedBy: text('ended_by'),
    endedAt: instant('ended_at'),
  },
  (t) => [index('order_suspension_order').on(t.orderId, t.seq, t.id)],
);

export type ClockKind =
  | 'promise'
  | 'dispatch'
  | 'accept'
  | 'milestone'
  | 'finish'
  | 'verify'
  | 'need_info'
  | 'suspension'
  | 'rating'
  | 'callback';

/** Ratings and call-backs; the last valid answer counts (3.1.3). */
export const orderRating = table(
  'order_rating',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    /** Which closing it answers: the reopen count at that time. */
    closingNo: integer('closing_no').notNull(),
    via: text('via').$type<'requester' | 'hall' | 'phone' | 'visit'>().notNull(),
    reached: boolean('reached').notNull(),
    contactedInTime: boolean('contacted_in_time'),
    solved: text('solved').$type<Solved>(),
    stars: integer('stars'),
    reason: text('reason'),
    words: text('words'),
    at: instant('at').notNull(),
  },
  (t) => [index('order_rating_order').on(t.orderId, t.seq), index('order_rating_at').on(t.at, t.id)],
);

/** What keeps an order's work from being handed in: a liaison letter whose lead owes its reply (M45), by its number. */
export const orderHold = table(
  'order_hold',
  { orderId: text('order_id').notNull(), by: text('held_by').notNull(), at: instant('at').notNull() },
  (t) => [primaryKey({ columns: [t.orderId, t.by] })],
);

/** Daily serials, moved by a guarded update: a community's order numbers, and a requester's orders of a day. */
export const orderSerial = table('order_serial', { key: text('key').primaryKey(), last: integer('last').notNull() });

/** Open claims of a volunteer and open orders of a requester: guarded counters, never count-then-insert. */
export const orderQuota = table('order_quota', { key: text('key').primaryKey(), used: integer('used').notNull() });

/** 让单 late in the time to finish (3.11): two of them rest the volunteer for a day, and cost nothing else. */
export const orderLateRelease = table(
  'order_late_release',
  {
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.seq] }),
    index('order_late_release_person').on(t.personId, t.at, t.orderId, t.seq),
  ],
);

/** Single-use link of a message: one action on one order (3.1.4). */
export const orderLink = table('order_link', {
  tokenHash: text('token_hash').primaryKey(),
  orderId: text('order_id').notNull(),
  action: text('action').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** One row a day: the sorted last hashes of all orders touched, chained to the day before (3.1.6). */
export const orderSeal = table('order_seal', {
  on: text('sealed_on').primaryKey(),
  orderCount: integer('order_count').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
});

/**
 * What the rules of routing said of an order each time they were asked, with the reasons as message keys: which rule hit,
 * which were broken before it, and what came of it. Append-only; kept as it was, whatever becomes of the rules.
 */
export const orderRouting = table(
  'order_routing',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    /** The order's last event when the rules were asked. */
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    ruleId: text('rule_id'),
    ruleVersion: integer('rule_version'),
    ruleName: text('rule_name'),
    effect: json<RuleEffect>('effect'),
    reasons: json<RouteLine[]>('reasons').notNull(),
    broken: json<{ id: string; version: number; name: string; faults: RouteLine[] }[]>('broken').notNull(),
    outcome: text('outcome').$type<'proposed' | 'dispatched' | 'withheld' | 'none'>().notNull(),
    /** Why a rule that dispatches did not: a reason of the action table or of who may get an order. */
    withheldReason: text('withheld_reason'),
  },
  (t) => [index('order_routing_order').on(t.orderId, t.at, t.id)],
);

/** A line of an explanation: a message key and its values. */
export interface RouteLine {
  key: string;
  params: Record<string, string | number>;
}

/** 督办单: a numbered notice to one named owner, who answers by its time or it goes up a step (3.5, M10). */
export const supervisionNotice = table(
  'supervision_notice',
  {
    id: text('id').primaryKey(),
    /** In addresses: `PLDB2024-0007`; on paper 督〔2024〕第7号. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    year: integer('year').notNull(),
    serial: integer('serial').notNull(),
    orderId: text('order_id').notNull(),
    ground: text('ground').$type<Ground>().notNull(),
    /** What it is about, once: the same clock that ran out makes one notice, whoever looks, and however often. */
    key: text('key').notNull(),
    colour: text('colour').$type<Colour>().notNull(),
    /** Who has to answer now, and on which step they stand; nobody where no living person was found on any. */
    ownerId: text('owner_id'),
    step: text('step').$type<LadderStep>(),
    /** As `actorKey` names who issued it. */
    issuedBy: text('issued_by').notNull(),
    words: text('words'),
    issuedAt: instant('issued_at').notNull(),
    replyBy: instant('reply_by').notNull(),
    /** How often it moved to another person because nobody answered. */
    climbs: integer('climbs').notNull(),
    repliedAt: instant('replied_at'),
    /** The day named in the latest answer, at its end: where the ground still holds, an answer is due anew. */
    checkAt: instant('check_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('supervision_notice_code').on(t.code),
    uniqueIndex('supervision_notice_serial').on(t.communityCode, t.year, t.serial),
    uniqueIndex('supervision_notice_key').on(t.orderId, t.key),
    index('supervision_notice_due').on(t.endedAt, t.repliedAt, t.replyBy, t.id),
    index('supervision_notice_owner').on(t.ownerId, t.id),
  ],
);

/** Who was told of a 督办单, on which step, when, and whether the order could be named to them (3.1.1, sealed orders). */
export const supervisionTold = table(
  'supervision_told',
  {
    noticeId: text('notice_id').notNull(),
    personId: text('person_id').notNull(),
    step: text('step').$type<LadderStep>().notNull(),
    named: boolean('named').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.personId, t.step] }),
    index('supervision_told_person').on(t.personId, t.noticeId),
  ],
);

/** The answer to a 督办单 (M10): whom somebody called, why it stands still, what is done, and when it is looked at again. */
export const supervisionReply = table(
  'supervision_reply',
  {
    id: text('id').primaryKey(),
    noticeId: text('notice_id').notNull(),
    personId: text('person_id').notNull(),
    calls: text('calls').notNull(),
    cause: text('cause').notNull(),
    measure: text('measure').notNull(),
    checkOn: text('check_on').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('supervision_reply_notice').on(t.noticeId, t.at, t.id)],
);

/** item × cell → who gets an order before there are routing rules (3.1.5). */
export const defaultRoute = table(
  'default_route',
  {
    itemCode: text('item_code').notNull(),
    cellCode: text('cell_code').notNull(),
    steps: json<RouteStep[]>('steps').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemCode, t.cellCode] })],
);

/** 批量派单: what somebody chose at once; one line an order, so that what was cut off goes on where it stopped. */
export const orderBulk = table(
  'order_bulk',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** `unit:CODE` or `person:ID`; null: each to whom is proposed for it. */
    handler: text('handler'),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [index('order_bulk_person').on(t.personId, t.createdAt)],
);

export const orderBulkLine = table(
  'order_bulk_line',
  {
    bulkId: text('bulk_id').notNull(),
    code: text('code').notNull(),
    place: integer('place').notNull(),
    /** As it was shown when it was chosen. */
    version: integer('version').notNull(),
    state: text('state').$type<'waiting' | 'done' | 'refused' | 'undone'>().notNull(),
    /** Stable name of the refusal, of the dispatch or of its undoing, and its figures. */
    reason: text('reason'),
    params: json<Record<string, string | number>>('params'),
    /** After the dispatch. */
    doneVersion: integer('done_version'),
  },
  (t) => [primaryKey({ columns: [t.bulkId, t.code] })],
);

/** 街道吹哨 (3.12): a unit that the street called to an order, by when it is to be there, and when it came. */
export const orderWhistle = table(
  'order_whistle',
  {
    orderId: text('order_id').notNull(),
    unitCode: text('unit_code').notNull(),
    noteId: text('note_id').notNull(),
    arriveBy: instant('arrive_by').notNull(),
    calledAt: instant('called_at').notNull(),
    calledBy: text('called_by').notNull(),
    arrivedAt: instant('arrived_at'),
    arrivedBy: text('arrived_by'),
    arrivalNoteId: text('arrival_note_id'),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.unitCode] })],
);

/** 不是同一件: a pair of orders that somebody at the desk looked at and told apart (3.8); the smaller id first. */
export const orderApart = table(
  'order_apart',
  {
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.oneId, t.otherId] }), index('order_apart_other').on(t.otherId, t.oneId)],
);
