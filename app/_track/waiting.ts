import type { OrderDetail } from '@/lib/orders/queries/get-order';

/** Whom or what an order waits for, and until when (epoch milliseconds). */
export interface Waiting {
  kind: 'finish' | 'resume' | 'dispatch' | 'answer' | 'verify' | 'rate' | 'reopen' | 'appeal';
  dueAt: number;
  startedAt: number;
}

type Timed = Pick<OrderDetail, 'status' | 'submittedAt' | 'promise' | 'abilities'> & {
  clock: Pick<
    OrderDetail['clock'],
    'dispatchBy' | 'finishBy' | 'verifyBy' | 'needInfoUntil' | 'resumeAt' | 'ratingUntil' | 'reopenUntil'
  >;
  counts?: OrderDetail['counts'];
};

const working: readonly string[] = ['submitted', 'offered', 'assigned', 'in_progress'];

/**
 * What a resident is told to expect. Before the first dispatch the promise holds; after a reopening the finish is known
 * only when it is dispatched anew (3.1.2), so until then the dispatch limit is told. Null once nothing is awaited.
 */
export function waitingFor(order: Timed): Waiting | null {
  const { clock, status } = order;
  const startedAt = Date.parse(order.submittedAt ?? order.promise.acceptBy);
  const until = (kind: Waiting['kind'], due: string | null): Waiting | null =>
    due ? { kind, dueAt: Date.parse(due), startedAt } : null;
  if (working.includes(status)) {
    const isDispatchedAnew = clock.finishBy === null && (order.counts?.reopen ?? 0) > 0;
    return isDispatchedAnew
      ? until('dispatch', clock.dispatchBy)
      : until('finish', clock.finishBy ?? order.promise.finishBy);
  }
  if (status === 'suspended') return until('resume', clock.resumeAt);
  if (status === 'need_info') return until('answer', clock.needInfoUntil);
  if (status === 'awaiting_verification') return until('verify', clock.verifyBy);
  if (status === 'awaiting_rating') return until('rate', clock.ratingUntil);
  if (status === 'closed') return order.abilities?.includes('reopen') ? until('reopen', clock.reopenUntil) : null;
  if (status === 'declined') return order.abilities?.includes('appeal') ? until('appeal', clock.reopenUntil) : null;
  return null;
}

/** The calculation behind the time that is shown: the clock that is due then, else the last of its kind. */
export function clockBehind(all: OrderDetail['clock']['all'], waiting: Waiting | null) {
  if (!waiting || !['finish', 'resume', 'dispatch', 'verify', 'answer'].includes(waiting.kind)) return null;
  const kinds: Record<string, readonly string[]> = {
    finish: ['finish', 'promise'],
    resume: ['suspension'],
    dispatch: ['dispatch'],
    verify: ['verify'],
    answer: ['need_info'],
  };
  const own = all.filter((clock) => kinds[waiting.kind]?.includes(clock.kind));
  return own.findLast((clock) => Date.parse(clock.dueAt) === waiting.dueAt) ?? own.at(-1) ?? null;
}
