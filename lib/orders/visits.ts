const takesOver: readonly string[] = ['order.claimed', 'order.signed', 'order.assigned', 'order.reassigned'];
/** 3.11: whoever hands in the evidence has checked out. */
const ends: readonly string[] = ['order.left', 'order.evidence_submitted', 'order.merged'];

/** Being on site once; `left` is null while it lasts, and for ever where nobody said that it ended. */
export interface Visit<Event> {
  arrived: Event;
  left: Event | null;
}

/** The events since the latest handler took the order over, that one first; all of them before anybody did. */
export function sinceTaken<Event extends { type: string }>(events: readonly Event[]): readonly Event[] {
  return events.slice(
    Math.max(
      0,
      events.findLastIndex(({ type }) => takesOver.includes(type)),
    ),
  );
}

/**
 * Visits of one handler, from their events in order: each `arrived` up to the next leaving or evidence. A second arrival
 * without a leaving goes on with the first, so that nobody loses time by pressing twice; a leaving without an arrival
 * is none.
 */
export function visitsOf<Event extends { type: string }>(events: readonly Event[]): Visit<Event>[] {
  const visits: Visit<Event>[] = [];
  for (const event of events) {
    const last = visits.at(-1);
    const open = last?.left === null ? last : undefined;
    if (event.type === 'order.arrived' && !open) visits.push({ arrived: event, left: null });
    if (ends.includes(event.type) && open) open.left = event;
  }
  return visits;
}
