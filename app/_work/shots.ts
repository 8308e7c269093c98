import type { OrderDetail } from '@/lib/orders/queries/get-order';

type Photo = OrderDetail['photos'][number];
type Timed = Pick<OrderDetail['timeline'][number], 'seq' | 'type' | 'at'>;

export interface Shot extends Photo {
  /** When it came to the order, epoch milliseconds; null where its event is not shown. */
  at: number | null;
}

export interface Shots {
  /** What the place looked like: the handler's own, else the requester's. */
  before: Shot | null;
  after: Shot | null;
  /** Every other photo of the last evidence. */
  others: Shot[];
  byRequester: Shot[];
}

/** The sequence number of the last evidence; 0 before there is any. */
export const lastRound = (timeline: readonly Timed[]): number =>
  timeline.findLast((event) => event.type === 'order.evidence_submitted')?.seq ?? 0;

/** The photos of an order for who checks it: a pair to compare where there is one, and the rest. */
export function shotsOf(photos: readonly Photo[], timeline: readonly Timed[]): Shots {
  const at = new Map(timeline.map((event) => [event.seq, Date.parse(event.at)]));
  const shots = photos.map((photo): Shot => ({ ...photo, at: at.get(photo.seq) ?? null }));
  const round = lastRound(timeline);
  const now = shots.filter((shot) => shot.seq === round && shot.kind !== 'requester' && shot.kind !== 'note');
  const byRequester = shots.filter((shot) => shot.kind === 'requester');
  const after = now.find((s) => s.kind === 'photo_after') ?? now.find((s) => s.kind === 'photo') ?? null;
  const earlier = shots.findLast((s) => s.kind === 'photo_before' && s.seq < round);
  const before = now.find((s) => s.kind === 'photo_before') ?? earlier ?? byRequester[0] ?? null;
  const pair = before && after;
  return {
    before: pair ? before : null,
    after: pair ? after : null,
    others: now.filter((shot) => !pair || (shot !== before && shot !== after)),
    byRequester,
  };
}

export type SamePhoto = 'before_is_after' | 'sent_back_before';

/**
 * Photos that prove nothing new: one shown as before and as after, or one that an earlier round, sent back since, had
 * already. Compared by SHA-256 of the kept file.
 */
export function samePhotos(photos: readonly Photo[], timeline: readonly Timed[]): SamePhoto[] {
  const round = lastRound(timeline);
  const isBefore = (photo: Photo) => photo.kind === 'requester' || photo.kind === 'photo_before';
  const isAfter = (photo: Photo) => photo.seq === round && ['photo_after', 'photo'].includes(photo.kind);
  const after = new Set(photos.filter(isAfter).map((photo) => photo.sha256));
  const earlier = photos.filter((p) => p.seq < round && ['photo_after', 'photo'].includes(p.kind));
  const found: SamePhoto[] = [];
  if (photos.some((photo) => isBefore(photo) && after.has(photo.sha256))) found.push('before_is_after');
  if (earlier.some((photo) => after.has(photo.sha256))) found.push('sent_back_before');
  return found;
}
