import type { returnReasons } from '@/lib/orders/status';
import { markAnswers } from './plan-answers';
import type { Draft, Fate } from './plan-draft';
import { acceptMinutes, finishDays, isDisputeItem, isSealedCode, isShift, isUrgent } from './plan-items';
import { largestRemainder, quotas } from './plan-quota';
import { hasRoom, isExpress } from './plan-room';
import type { Random } from './random';

type ReturnReason = (typeof returnReasons)[number];

/** Gives `count` of the drafts that qualify, and that have time left for it, a change of fate. */
function strike(
  drafts: readonly Draft[],
  count: number,
  random: Random,
  qualifies: (draft: Draft) => boolean,
  change: (fate: Fate) => Fate,
): Draft[] {
  const struck: Draft[] = [];
  for (const draft of random.shuffle(drafts)) {
    if (struck.length === count) break;
    if (!qualifies(draft)) continue;
    const fate = change(draft.fate);
    if (!hasRoom(draft, fate)) continue;
    draft.fate = fate;
    struck.push(draft);
  }
  if (struck.length < count) throw new RangeError(`only ${struck.length} of ${count} orders qualify`);
  return struck;
}

const isOwn = (draft: Draft) => draft.order.submitBy === 'visitor' || draft.order.requester.personKey !== undefined;
const closes = (draft: Draft) => draft.fate.end === 'closed';
/** Nothing out of the way has happened to it yet: an order has one story at most. */
const plain = (draft: Draft) =>
  closes(draft) &&
  draft.story === undefined &&
  draft.fate.returns === null &&
  draft.fate.reopens === null &&
  draft.fate.reworks === 0 &&
  !draft.fate.asks &&
  !draft.fate.releases &&
  !draft.fate.unclaimed &&
  !draft.fate.reassigned;
/** Not dispatched by the program at submit, so the desk can still ask, decline or choose. */
const atDesk = (draft: Draft) => !isUrgent(draft.item);
const staffed = (draft: Draft) => draft.handler !== 'volunteers';
const settled = (draft: Draft) => isDisputeItem(draft.item.code);

/** Who writes without a name, and who asks for secrecy. */
function markPrivacy(drafts: readonly Draft[], random: Random): void {
  const mayHide = (draft: Draft, channels: readonly string[]) =>
    draft.story === undefined &&
    channels.includes(draft.channel) &&
    !draft.order.requester.personKey &&
    /^(03|04|05|08|12|15)/.test(draft.item.code);
  const anonymous = random
    .shuffle(drafts.filter((d) => mayHide(d, ['web', 'phone', 'hall'])))
    .slice(0, quotas.anonymous);
  for (const draft of anonymous) {
    draft.order.requester = { anonymous: true };
    if (draft.order.proxy) draft.order.proxy = { ...draft.order.proxy, spokenBy: undefined };
  }
  // Sealed orders are not offered, so secrecy falls on what staff handles.
  const secret = drafts.filter(
    (d) => mayHide(d, ['web', 'hall', 'phone']) && staffed(d) && !d.order.requester.anonymous,
  );
  for (const draft of random.shuffle(secret).slice(0, quotas.confidential)) {
    draft.order.requester = { ...draft.order.requester, confidential: true };
  }
}

/** The ends other than closing, and what goes wrong on the way. */
function markTroubles(drafts: readonly Draft[], random: Random): void {
  strike(
    drafts,
    quotas.withdrawn,
    random,
    (d) =>
      plain(d) &&
      !settled(d) &&
      isOwn(d) &&
      !d.order.requester.personKey?.startsWith('gridworker') &&
      d.channel === 'web' &&
      !d.order.requester.personKey &&
      !isShift(d.item),
    (f) => ({ ...f, end: 'withdrawn' }),
  );
  const returned = largestRemainder<ReturnReason>(
    [
      ['R1', 10],
      ['R2', 6],
      ['R7', 3],
      ['R6', 2],
      ['R8', 1],
    ],
    quotas.returns,
  );
  for (const [reason, count] of returned) {
    strike(
      drafts,
      count,
      random,
      (d) => plain(d) && staffed(d) && !settled(d) && mayReturn(d, reason),
      (f) => ({ ...f, returns: reason }),
    );
  }
  strike(
    drafts,
    16,
    random,
    (d) => plain(d) && atDesk(d) && !settled(d) && d.channel !== 'patrol' && acceptMinutes(d.item) >= 240,
    (f) => ({ ...f, asks: true }),
  );
  strike(
    drafts,
    6,
    random,
    (d) => plain(d) && !staffed(d) && !isShift(d.item),
    (f) => ({ ...f, releases: true }),
  );
  strike(
    drafts,
    5,
    random,
    (d) => plain(d) && !staffed(d) && !isShift(d.item) && d.channel !== 'patrol' && atDesk(d),
    (f) => ({ ...f, unclaimed: true }),
  );
  strike(
    drafts,
    3,
    random,
    (d) => plain(d) && (d.item.code === '0401' || d.item.code === '0402') && !d.cell.endsWith('901'),
    (f) => ({ ...f, reassigned: true }),
  );
}

function mayReturn(draft: Draft, reason: ReturnReason): boolean {
  const code = draft.item.code;
  const firm = draft.handler !== 'volunteers' && 'unit' in draft.handler;
  if (reason === 'R8') return !firm && !isSealedCode(code) && draft.channel !== 'patrol';
  // Whoever names no stair leaves the firm searching.
  if (reason === 'R2') {
    const vague = ['0302', '0402', '0403', '0501', '0503', '0601', '0802', '0103'].includes(code);
    return vague && firm && draft.order.place.door === undefined && draft.channel !== 'patrol';
  }
  if (reason === 'R6')
    return ['0503', '0504', '0802', '0803', '0302'].includes(code) && firm && !unitIs(draft, 'DHS-STREET');
  if (reason === 'R7') return ['0601', '0804', '0402', '0501'].includes(code) && firm;
  return ['0401', '0402', '0501', '0601', '0701', '0802', '0803', '1302', '0403'].includes(code) && firm;
}
const unitIs = (draft: Draft, unit: string) =>
  draft.handler !== 'volunteers' && 'unit' in draft.handler && draft.handler.unit === unit;

/** Rework, missing pieces, lateness, reopenings: shares of those that are verified. */
function markQuality(drafts: readonly Draft[], random: Random): void {
  const verified = drafts.filter(closes);
  const reworks = Math.round(quotas.reworkShare * verified.length);
  const twice = Math.round(quotas.secondReworkShare * verified.length);
  const afterReopen = (d: Draft) => plain(d) && staffed(d) && !settled(d) && d.item.code !== '0901' && !isShift(d.item);
  strike(
    drafts,
    quotas.reopened - 1,
    random,
    (d) => afterReopen(d) && d.channel !== 'patrol',
    (f) => ({ ...f, reopens: 'rate' }),
  );
  strike(
    drafts,
    1,
    random,
    (d) => afterReopen(d) && ['0501', '0701', '0601'].includes(d.item.code) && d.channel === 'web',
    (f) => ({ ...f, reopens: 'reopen' }),
  );
  const maySendBack = (d: Draft) => plain(d) && !isShift(d.item) && d.item.code !== '0901';
  strike(
    drafts,
    twice,
    random,
    (d) => maySendBack(d) && !settled(d) && staffed(d),
    (f) => ({ ...f, reworks: 2 }),
  );
  strike(
    drafts,
    reworks - twice,
    random,
    (d) => maySendBack(d),
    (f) => ({ ...f, reworks: 1 }),
  );
  const pieces = /photo_before|document|signature/;
  const hasPiece = (d: Draft) => pieces.test(d.item.evidence[0]?.join(' ') ?? '');
  strike(
    drafts,
    8,
    random,
    (d) => plain(d) && hasPiece(d),
    (f) => ({ ...f, missing: true }),
  );
  const calm = (d: Draft) =>
    closes(d) && d.story === undefined && !isShift(d.item) && d.fate.returns === null && !isExpress(d);
  const urgent = verified.filter((d) => d.item.urgency === 'U1');
  const lateU1 = Math.round(quotas.lateUrgentShare * urgent.length);
  const late = Math.round(quotas.lateFinishShare * (verified.length - urgent.length));
  strike(urgent, lateU1, random, calm, (f) => ({ ...f, lateFinish: true }));
  strike(
    drafts,
    late,
    random,
    (d) => calm(d) && d.item.urgency !== 'U1' && finishDays(d.item) <= 10,
    (f) => ({ ...f, lateFinish: true }),
  );
  const slow = Math.round(quotas.lateAcceptShare * verified.length);
  const mayBeSlow = (d: Draft) =>
    calm(d) &&
    !d.fate.unclaimed &&
    !d.fate.reassigned &&
    d.fate.reopens === null &&
    d.item.urgency !== 'U1' &&
    acceptMinutes(d.item) * 3 <= finishDays(d.item) * 480;
  strike(drafts, slow, random, mayBeSlow, (f) => ({ ...f, lateAccept: true }));
  const patient = (d: Draft) =>
    calm(d) &&
    finishDays(d.item) >= 3 &&
    d.channel !== 'patrol' &&
    d.channel !== 'power' &&
    !d.order.requester.anonymous;
  strike(drafts, 14, random, patient, (f) => ({ ...f, nudges: true }));
}

/** Decides what happens to each order, so that the history's figures come out exactly. */
export function decideFates(drafts: readonly Draft[], random: Random): void {
  markPrivacy(drafts, random.fork('privacy'));
  markTroubles(drafts, random.fork('troubles'));
  markQuality(drafts, random.fork('quality'));
  markAnswers(drafts, random.fork('answers'));
}
