import { rfc3339 } from '@/lib/kernel/clock';
import { actionSlug } from '@/lib/kernel/endpoint';
import { maskName, maskPhone } from '@/lib/kernel/text';
import { noDue } from './clocks';
import type { OrderFacts } from './conditions';
import { availableActions } from './decide';
import { isHeldForRelease, type OrderRow } from './facts';
import type { Standing } from './policy';
import type { Relation } from './relation';

/** What every answer about an order holds; times RFC 3339. */
export interface OrderSummary {
  code: string;
  status: OrderRow['status'];
  version: number;
  level?: OrderRow['level'];
  comeback?: OrderRow['comeback'];
  urgency?: OrderRow['urgency'];
  item?: string;
  cell?: string;
  place?: { zh: string; en: string };
  channel?: OrderRow['channel'];
  outcome?: OrderRow['outcome'];
  closing?: OrderRow['closing'];
  submittedAt?: string;
  dueAt?: string | null;
  /** The requester's limit of a day is reached: no rule dispatches it, the desk looks first (3.8). */
  needsRelease?: boolean;
  flags?: { anonymous: boolean; confidential: boolean; proxy: boolean; sealed: boolean };
  /** 督办 (3.5); null in time. Not for the requester. */
  colour?: OrderRow['colour'];
  counts?: { rework: number; reopen: number; return: number; nudge: number };
  /** Of a main order: how many different households brought it up; null where nothing is joined to it (3.8). */
  households?: number | null;
  /** Extensions that were granted (3.4). */
  extensions?: number;
  /** What the handler asks for and nobody has decided yet; for staff. */
  asked?: { extension: boolean; suspension: boolean };
  /** Kebab-case actions that this caller may do now. */
  abilities?: string[];
}

export const timeOrNull = (at: number | null): string | null => (at === null || at === noDue ? null : rfc3339(at));

/** The order as this actor sees it; only code, state and version once it is out of their sight. */
export function summaryOf(order: OrderRow, standing: Standing, facts: OrderFacts): OrderSummary {
  const bare = { code: order.code, status: order.status, version: order.version };
  if (!standing.sees) return bare;
  const abilities = availableActions(facts, standing).map(actionSlug);
  if (seesOnlyTheOffer(standing)) {
    const { urgency, itemCode: item, cellCode: cell } = order;
    return { ...bare, urgency, item, cell, dueAt: timeOrNull(order.dueAt), abilities };
  }
  return {
    ...bare,
    level: order.level,
    comeback: order.comeback,
    urgency: order.urgency,
    item: order.itemCode,
    cell: order.cellCode,
    place: { zh: order.placeZh, en: order.placeEn },
    channel: order.channel,
    outcome: order.outcome,
    closing: order.closing,
    submittedAt: rfc3339(order.submittedAt),
    dueAt: timeOrNull(order.dueAt),
    needsRelease: isHeldForRelease(order),
    flags: {
      anonymous: order.anonymous,
      confidential: order.confidential,
      proxy: order.isProxy,
      sealed: order.sealed,
    },
    counts: {
      rework: order.reworkCount,
      reopen: order.reopenCount,
      return: order.returnCount,
      nudge: order.nudgeCount,
    },
    households: order.households,
    extensions: order.extensionCount,
    ...(readsAsResident(standing)
      ? {}
      : {
          asked: { extension: order.extensionAskedAt !== null, suspension: order.suspensionAskedAt !== null },
          colour: order.colour,
        }),
    abilities,
  };
}

/** On whose side somebody reads what staff say among themselves. */
const staffSide = [
  'dispatcher',
  'hall',
  'assignee',
  'verifier',
  'verified',
  'secretary',
  'street',
  'supervisor',
  'cell_staff',
] as const satisfies readonly Relation[];

const isStaffSide = ({ relations }: Pick<Standing, 'relations'>) =>
  staffSide.some((relation) => relations.has(relation));

/** A candidate sees item, cell, distance band and time: no words, no name, no door (3.1.1). */
export const seesOnlyTheOffer = (standing: Standing): boolean =>
  standing.relations.has('candidate') &&
  !standing.relations.has('requester') &&
  !standing.relations.has('proxy') &&
  !isStaffSide(standing);

/**
 * The requester, and who only typed it for them, read the resident's story: what was written and shown to the resident,
 * and not what staff keep among themselves. Asked wherever notes, photos or evidence are given out.
 */
export const readsAsResident = (standing: Pick<Standing, 'relations'>): boolean =>
  standing.relations.has('requester') || (standing.relations.has('proxy') && !isStaffSide(standing));

/**
 * What photos of an order its requester sees: their own, what staff showed them, and the evidence once it is verified;
 * never those that staff keep among themselves.
 */
export const requesterSeesPhoto = (kind: string, status: OrderRow['status']): boolean =>
  kind === 'requester' || kind === 'told' || (kind !== 'note' && (status === 'awaiting_rating' || status === 'closed'));

export interface ContactView {
  name: string | null;
  phone: string | null;
  detail: string | null;
  /** Which of the fields `reveal` would show to this actor. */
  revealable: ('name' | 'phone' | 'detail')[];
}

/**
 * Who the order is for, masked unless the caller's relation needs it (3.1.4). An anonymous order's phone is read by
 * nobody; a confidential order's name and phone only by dispatcher and secretary, its door by the handler once agreed.
 */
export function contactView(
  order: Pick<OrderRow, 'anonymous' | 'confidential' | 'doorAgreed'>,
  contact: { name: string | null; phone: string | null; detail: string | null },
  standing: Standing,
): ContactView {
  const is = (...relations: string[]) => relations.some((relation) => standing.relations.has(relation as never));
  if (is('requester')) return { ...contact, revealable: [] };
  const hidden: ContactView = { name: null, phone: null, detail: null, revealable: [] };
  if (!standing.sees || seesOnlyTheOffer(standing)) return hidden;
  const confidant = is('dispatcher', 'secretary');
  const needsDoor = is('assignee', 'verifier', 'dispatcher', 'secretary', 'hall');
  const door = needsDoor && (!order.confidential || order.doorAgreed || confidant) ? contact.detail : null;
  if (order.anonymous) return { ...hidden, detail: door };
  if (order.confidential && !confidant) return { ...hidden, detail: door };
  if (is('assignee') && !order.confidential)
    return { name: contact.name, phone: contact.phone, detail: door, revealable: [] };
  const mayReveal = confidant || is('hall');
  return {
    name: contact.name && maskName(contact.name),
    phone: contact.phone && maskPhone(contact.phone),
    detail: door,
    revealable: mayReveal ? (['name', 'phone'] as const).filter((field) => contact[field]) : [],
  };
}

/**
 * What a browser's next report may be offered of the phone of an earlier one, whose query code is all that was shown:
 * `passed_over` for an anonymous order, which opens with its PIN only (3.1.4); null where there is none, or it was meant
 * for the community alone and must not slip into a report that others read.
 */
export function phoneToOffer(
  order: Pick<OrderRow, 'anonymous' | 'confidential'>,
  phone: string | null,
): string | null | 'passed_over' {
  if (order.anonymous) return 'passed_over';
  return order.confidential ? null : phone;
}
