import type { CheckItem } from '@/components/check-list';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { lastRound, samePhotos } from './shots';

export type CheckedOrder = Pick<OrderDetail, 'timeline' | 'photos' | 'evidence' | 'checklist' | 'clock' | 'flags'>;

export interface Check {
  key: string;
  state: CheckItem['state'];
  /** Message key under `verify.check.`. */
  words: string;
  values?: Record<string, string | number>;
  /** Of a missing piece: its kind and the handler's reason. */
  gap?: { kind: string; reason: string };
}

/** Pieces of the last evidence that are not there, with the handler's reason for each. */
export function gapsOf(order: Pick<OrderDetail, 'evidence'>): { kind: string; reason: string }[] {
  const last = Math.max(0, ...order.evidence.map((piece) => piece.round));
  return order.evidence.flatMap(({ round, kind, missingReason }) =>
    round === last && missingReason ? [{ kind, reason: missingReason }] : [],
  );
}

/** Events of one type since the order last lay with the desk: what was done before a reopening proves nothing now. */
function eventsOf(order: CheckedOrder, type: string) {
  const from = order.timeline.findLast((event) => event.to === 'submitted')?.seq ?? 0;
  return order.timeline.filter((event) => event.type === type && event.seq > from);
}

function arrivalCheck(order: CheckedOrder): Check {
  const arrivals = eventsOf(order, 'order.arrived');
  const metresOf = (data: Record<string, unknown>) => (typeof data.metres === 'number' ? data.metres : null);
  if (arrivals.some(({ data }) => data.byCode === true)) {
    return { key: 'arrival', state: 'ok', words: 'arrived_by_code' };
  }
  const near = arrivals.find(({ data }) => metresOf(data) !== null && data.far !== true);
  if (near) return { key: 'arrival', state: 'ok', words: 'arrived', values: { metres: metresOf(near.data) ?? 0 } };
  const last = arrivals.at(-1);
  if (!last) return { key: 'arrival', state: 'warn', words: 'not_arrived' };
  const metres = metresOf(last.data);
  const reason = last.words ?? '';
  return metres === null
    ? { key: 'arrival', state: 'warn', words: 'arrived_unproven', values: { reason } }
    : { key: 'arrival', state: 'warn', words: 'arrived_far', values: { metres, reason } };
}

/** Spoken to, and whether the handler called or came within the limit that counts for the response rate (3.2). */
function contactCheck(order: CheckedOrder): Check {
  const calls = eventsOf(order, 'order.contacted');
  const reached = calls.filter(({ data }) => data.reached === true);
  if (reached.length === 0 && order.flags?.anonymous) return { key: 'contact', state: 'ok', words: 'anonymous' };
  if (reached.length === 0 && calls.length > 0) {
    return { key: 'contact', state: 'warn', words: 'not_reached', values: { count: calls.length } };
  }
  if (reached.length === 0) return { key: 'contact', state: 'warn', words: 'not_contacted' };
  const { acceptBy } = order.clock;
  if (!acceptBy) return { key: 'contact', state: 'ok', words: 'contacted' };
  const dueAt = Date.parse(acceptBy);
  const first = Math.min(...[...calls, ...eventsOf(order, 'order.arrived')].map(({ at }) => Date.parse(at)));
  return first <= dueAt
    ? { key: 'contact', state: 'ok', words: 'contacted_in_time', values: { dueAt } }
    : { key: 'contact', state: 'warn', words: 'contacted_late', values: { dueAt, lateMs: first - dueAt } };
}

/**
 * What a verifier need not look up: pieces (a missing one first), the same photo twice or on another order, arrival
 * within 200 m, in time or late, whether the requester was spoken to and when. `lateMs` in the values is milliseconds.
 */
export function verifyChecks(order: CheckedOrder, reused = 0): Check[] {
  const gaps = gapsOf(order);
  const checks: Check[] = gaps.map((gap) => ({ key: `gap-${gap.kind}`, state: 'missing', words: 'gap', gap }));
  if (gaps.length === 0) checks.push({ key: 'pieces', state: 'ok', words: 'pieces_complete' });
  for (const same of samePhotos(order.photos, order.timeline)) checks.push({ key: same, state: 'warn', words: same });
  if (reused > 0) checks.push({ key: 'reused', state: 'warn', words: 'used_elsewhere', values: { count: reused } });
  checks.push(arrivalCheck(order));
  const handedIn = order.timeline.find((event) => event.seq === lastRound(order.timeline));
  const { finishBy } = order.clock;
  if (handedIn && finishBy) {
    const lateMs = Date.parse(handedIn.at) - Date.parse(finishBy);
    checks.push(
      lateMs <= 0
        ? { key: 'time', state: 'ok', words: 'in_time', values: { dueAt: Date.parse(finishBy) } }
        : { key: 'time', state: 'warn', words: 'late', values: { dueAt: Date.parse(finishBy), lateMs } },
    );
  }
  checks.push(contactCheck(order));
  return checks;
}
