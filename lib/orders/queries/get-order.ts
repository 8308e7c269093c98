import { eq } from 'drizzle-orm';
import type { WhyLine } from '@/lib/calendar/why';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { personNames } from '@/lib/people/queries/person-names';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { provenKinds } from '../evidence';
import { contactOwner, findOrder, findOrderById, loadStandingFacts, type OrderRow, orderFacts } from '../facts';
import { standingOffer } from '../offer-scope';
import { type Standing, standingOf } from '../policy';
import {
  type ClockKind,
  orderClock,
  orderContact,
  orderEvent,
  orderEvidence,
  orderNote,
  orderPhoto,
  orderProxy,
} from '../tables';
import { type TimelineEntry, timelineOf } from '../timeline';
import {
  type ContactView,
  contactView,
  type OrderSummary,
  readsAsResident,
  requesterSeesPhoto,
  seesOnlyTheOffer,
  summaryOf,
  timeOrNull,
} from '../view';
import { type AlsoView, alsoOf } from './also-of';
import { type ChildCount, type ChildView, childCount, childViews, wholeOf } from './children-of';
import { heldBy } from './held-by';
import { type CoHandler, coHandlersOf, type HolderView, holderOf, type Named } from './holders-of';
import { joinedOf, type MainView, mainOf } from './merged-with';
import { type RatingView, ratingsOf } from './ratings-of';
import { type RoutingView, routingOf } from './routing-of';
import { type SupervisionView, supervisionsOn } from './supervisions-on';
import { type WhistleView, whistlesOf } from './whistles-of';

/** One clock that ran or runs, explained line by line (`clock.why.*`). Times RFC 3339. */
export interface ClockView {
  kind: ClockKind;
  startedAt: string;
  dueAt: string;
  why: WhyLine[];
}

export interface OrderDetail extends OrderSummary {
  itemName: Named;
  evidenceZh: string;
  /** Null for a candidate, who sees only the offer. */
  words: string | null;
  contact: ContactView;
  about: string | null;
  also: AlsoView | null;
  /** Who typed it for whom; `words` as they were said, where the operator wrote the order in others. */
  proxy: { knownBy: string; consentAt: string; spokenBy: string | null; words: string | null } | null;
  /** What a merged order follows: how far that is; its number for staff alone (3.8). */
  main: MainView | null;
  /** What follows it, for staff who see that too. */
  joined: { code: string; mergedAt: string }[];
  /** Number of the order of which this one is a part (拆单), and the parts that it has itself; both for staff. */
  whole: string | null;
  children: ChildView[];
  /** How far its parts are, also for its requester; null where there are none. */
  childCount: ChildCount | null;
  /** Number of the letter whose lead owes a reply, so that the work cannot be handed in (M45); for staff. */
  waitsFor: string | null;
  promise: { acceptBy: string; finishBy: string };
  clock: {
    dispatchBy: string;
    acceptBy: string | null;
    finishBy: string | null;
    verifyBy: string | null;
    /** Until when the handler may send it back (3.3). */
    returnBy: string | null;
    /** By when one or two stars are to be followed by a call (3.1.3). */
    callbackBy: string | null;
    ratingUntil: string | null;
    reopenUntil: string | null;
    needInfoUntil: string | null;
    /** 挂起: since when, and when it goes on. */
    suspendedAt: string | null;
    resumeAt: string | null;
    milestone: { kind: string; by: string; metAt: string | null } | null;
    /** The explanation of the clock that runs now, or of the last that did. */
    why: WhyLine[];
    all: ClockView[];
  };
  handler: HolderView | null;
  /** `A+B`: who is named beside the handler; `volunteers` stands for a call to volunteers. */
  coHandlers: CoHandler[];
  whistles: WhistleView[];
  offer: { skills: string[]; note: string | null } | null;
  timeline: TimelineEntry[];
  photos: { id: string; kind: string; seq: number; sha256: string }[];
  evidence: { round: number; kind: string; text: string | null; missingReason: string | null }[];
  /** Kinds of the item's evidence as sets, one of which must be complete, and those already proven by the record. */
  checklist: { kinds: string; proven: string[] };
  ratings: RatingView[];
  position: { lat: number; lng: number } | null;
  shift: { startsAt: string; endsAt: string } | null;
  supervisions: SupervisionView[];
  /** 解释办结 after a second reopening: when the secretary signed it; for staff. */
  explainedSignedAt: string | null;
  kin: boolean;
  relations: string[];
  /** What the rules of routing said, for staff; null where they were never asked. */
  routing: RoutingView | null;
}

/** An order with all that this actor may see of it. @throws not_found `order.not_found`, also for what is out of sight */
export async function getOrder(ctx: Context, input: { code: string }): Promise<OrderDetail> {
  const { order, standing } = await loadSeen(ctx, input.code);
  const onlyOffer = seesOnlyTheOffer(standing);
  const isRequester = readsAsResident(standing);
  const item = await getItem(ctx.db, order.itemCode);
  const [contact] = await ctx.db
    .select()
    .from(orderContact)
    .where(eq(orderContact.orderId, contactOwner(order)));
  const [proxy] = await ctx.db.select().from(orderProxy).where(eq(orderProxy.orderId, order.id));
  const full = contact ?? { name: null, phone: null, detail: null, aboutWords: null };
  const clocks = onlyOffer ? [] : await loadClocks(ctx, order);
  const evidenceShown = !onlyOffer && (!isRequester || ['awaiting_rating', 'closed'].includes(order.status));
  return {
    ...summaryOf(order, standing, orderFacts(order, ctx.now(), ctx.actor)),
    itemName: { zh: item.nameZh, en: item.nameEn },
    evidenceZh: item.evidenceZh,
    words: onlyOffer ? null : order.words,
    contact: contactView(order, { name: full.name, phone: full.phone, detail: full.detail }, standing),
    about: onlyOffer ? null : full.aboutWords,
    also: await alsoOf(ctx, order, standing),
    proxy: proxy && !onlyOffer ? proxyView(order, proxy, standing) : null,
    main: onlyOffer ? null : await mainOf(ctx, order, isRequester),
    joined: onlyOffer || isRequester ? [] : await joinedOf(ctx, order),
    whole: onlyOffer || isRequester ? null : await wholeOf(ctx, order),
    children: onlyOffer || isRequester ? [] : await childViews(ctx, order),
    waitsFor: onlyOffer || isRequester ? null : await heldBy(ctx.db, order.id),
    childCount: onlyOffer ? null : await childCount(ctx, order),
    promise: { acceptBy: rfc3339(order.promiseAcceptBy), finishBy: rfc3339(order.promiseFinishBy) },
    clock: clockOf(order, clocks),
    handler: onlyOffer ? null : await holderOf(ctx, order),
    coHandlers: onlyOffer ? [] : await coHandlersOf(ctx, order),
    whistles: onlyOffer ? [] : await whistlesOf(ctx, order),
    offer: await standingOffer(ctx.db, order),
    timeline: onlyOffer ? [] : await loadTimeline(ctx, order, isRequester),
    photos: onlyOffer ? [] : await loadPhotos(ctx, order, isRequester),
    evidence: evidenceShown ? await loadEvidence(ctx, order) : [],
    checklist: { kinds: item.evidenceKinds, proven: [...(await provenKinds(ctx.db, order))] },
    ratings: onlyOffer ? [] : await ratingsOf(ctx, order, isRequester),
    position: order.lat !== null && order.lng !== null && !onlyOffer ? { lat: order.lat, lng: order.lng } : null,
    shift:
      order.shiftStartsAt !== null && order.shiftEndsAt !== null
        ? { startsAt: rfc3339(order.shiftStartsAt), endsAt: rfc3339(order.shiftEndsAt) }
        : null,
    supervisions: await supervisionsOn(ctx, order),
    explainedSignedAt: onlyOffer || isRequester ? null : timeOrNull(order.explainedSignedAt),
    kin: standing.kin,
    relations: [...standing.relations],
    routing: onlyOffer || isRequester ? null : await routingOf(ctx, order, standing),
  };
}

/** The name of who spoke is the contact's name, and as well kept; the words are the order's words. */
function proxyView(order: OrderRow, proxy: typeof orderProxy.$inferSelect, standing: Standing): OrderDetail['proxy'] {
  const { name } = contactView(order, { name: proxy.spokenBy, phone: null, detail: null }, standing);
  return { knownBy: proxy.knownBy, consentAt: rfc3339(proxy.consentAt), spokenBy: name, words: proxy.words };
}

/** The row and the actor's standing. @throws not_found when it is not there or not theirs to see. */
export async function loadSeen(ctx: Context, code: string): Promise<{ order: OrderRow; standing: Standing }> {
  const order =
    ctx.actor.kind === 'holder'
      ? await findOrderById(ctx.db, ctx.actor.orderId)
      : await findOrder(ctx.db, code.trim().toUpperCase());
  if (!order) throw new DomainError('not_found', 'order.not_found');
  const standing = standingOf(ctx.actor, order, await loadStandingFacts(ctx.db, ctx.actor, order, ctx.now()));
  if (!standing.sees) throw new DomainError('not_found', 'order.not_found');
  return { order, standing };
}

async function loadClocks(ctx: Context, order: OrderRow): Promise<ClockView[]> {
  const rows = await ctx.db
    .select()
    .from(orderClock)
    .where(eq(orderClock.orderId, order.id))
    .orderBy(orderClock.seq, orderClock.id);
  return rows.map((row) => ({
    kind: row.kind,
    startedAt: rfc3339(row.startedAt),
    dueAt: rfc3339(row.dueAt),
    why: row.why as WhyLine[],
  }));
}

function clockOf(order: OrderRow, all: ClockView[]): OrderDetail['clock'] {
  const running = all.findLast(({ dueAt }) => dueAt === timeOrNull(order.dueAt)) ?? all.at(-1);
  return {
    dispatchBy: rfc3339(order.dispatchBy),
    acceptBy: timeOrNull(order.acceptBy),
    finishBy: timeOrNull(order.finishBy),
    verifyBy: timeOrNull(order.verifyBy),
    returnBy: timeOrNull(order.returnBy),
    callbackBy: timeOrNull(order.callbackBy),
    ratingUntil: timeOrNull(order.ratingUntil),
    reopenUntil: timeOrNull(order.reopenUntil),
    needInfoUntil: timeOrNull(order.needInfoUntil),
    suspendedAt: timeOrNull(order.suspendedAt),
    resumeAt: timeOrNull(order.resumeAt),
    milestone:
      order.milestoneKind && order.milestoneBy
        ? { kind: order.milestoneKind, by: rfc3339(order.milestoneBy), metAt: timeOrNull(order.milestoneMetAt) }
        : null,
    why: running?.why ?? [],
    all,
  };
}

async function loadTimeline(ctx: Context, order: OrderRow, isRequester: boolean): Promise<TimelineEntry[]> {
  const events = await ctx.db.select().from(orderEvent).where(eq(orderEvent.orderId, order.id)).orderBy(orderEvent.seq);
  const notes = await ctx.db
    .select()
    .from(orderNote)
    .where(eq(orderNote.orderId, order.id))
    .orderBy(orderNote.seq, orderNote.id);
  const staff = events.filter((e) => e.relation !== 'requester' && !e.actor.includes(':')).map((e) => e.actor);
  const names = await personNames(ctx.db, [...new Set(staff)]);
  return timelineOf(events, notes, names, isRequester);
}

async function loadPhotos(ctx: Context, order: OrderRow, isRequester: boolean): Promise<OrderDetail['photos']> {
  const rows = await ctx.db
    .select()
    .from(orderPhoto)
    .where(eq(orderPhoto.orderId, order.id))
    .orderBy(orderPhoto.seq, orderPhoto.uploadId);
  return rows
    .filter((row) => !isRequester || requesterSeesPhoto(row.kind, order.status))
    .map((row) => ({ id: row.uploadId, kind: row.kind, seq: row.seq, sha256: row.sha256 }));
}

async function loadEvidence(ctx: Context, order: OrderRow): Promise<OrderDetail['evidence']> {
  const { round, kind, text, missingReason, orderId, id } = orderEvidence;
  const shown = { round, kind, text, missingReason };
  return ctx.db.select(shown).from(orderEvidence).where(eq(orderId, order.id)).orderBy(round, id);
}
