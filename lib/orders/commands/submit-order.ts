import { promise as promiseOf } from '@/lib/calendar/promise';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { communityLetters } from '@/lib/places/queries/community-letters';
import type { PlaceView } from '@/lib/places/view';
import { once, wasAnswered } from '@/lib/replay/store';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { hit } from '@/lib/throttle/throttle';
import { dispatchUrgent } from '../assign-by-rule';
import { addClock } from '../clock-store';
import { limitsOf } from '../clocks';
import { unbegun } from '../comeback';
import { nextSerial, takeQuota } from '../counter-store';
import type { OrderRow } from '../facts';
import { readSubject } from '../handover';
import { type SubmitOrderInput, submitOrderInput } from '../input';
import { joinNearby } from '../join-nearby';
import { addApart } from '../merge-store';
import { type Origin, originOf } from '../origin';
import { takePhotos } from '../photos';
import { doorOf, householdOf, needCell, placeColumns, resolvePlace } from '../place';
import { idsSeen } from '../queries/order-ids-seen';
import { quotaKeyOf, reachesDayLimit } from '../quota';
import { isSealedItem } from '../sealed';
import { phoneKey, pinHash, pinOf, queryCodeOf, secretHash } from '../secrets';
import { addPhotos, insertOrder, saveContact, saveProxy } from '../store';
import { takenAs } from '../taken-as';

type Parsed = ReturnType<typeof submitOrderInput.parse>;

/** The name of its replay keys. */
const submitting = 'order.submit';

/** Kept under the caller's key; the secrets are derived again when the answer is given again. */
interface Submitted {
  id: string;
  code: string;
  anonymous: boolean;
  promise: { acceptBy: number; finishBy: number };
  status: OrderRow['status'];
}

export interface SubmitResult {
  code: string;
  queryCode: string;
  /** Six digits, only for an anonymous order; shown once. */
  pin?: string;
  status: OrderRow['status'];
  promise: { acceptBy: number; finishBy: number };
}

/**
 * 点单: a new order with its number, query code, promise and first event; U1 and U2 are assigned by the default table in
 * the same transaction, day and night (3.1.5).
 * @throws invalid input, place, item, photos · forbidden a channel that is not the caller's · too_many a throttle ·
 *   rule `order.open_limit`
 */
export async function submitOrder(ctx: Context, raw: SubmitOrderInput): Promise<SubmitResult> {
  const input = parse(submitOrderInput, raw);
  const from = originOf(ctx.actor, input);
  await throttle(ctx, input);
  const place = needCell(await resolvePlace(ctx, input.place));
  const done = await ctx.transaction((tx) =>
    once(tx, ctx, { name: submitting, key: input.clientId, input: raw }, () => write(ctx, tx, input, from, place)),
  );
  return {
    code: done.code,
    queryCode: queryCodeOf(done.id),
    ...(done.anonymous ? { pin: pinOf(done.id) } : {}),
    status: done.status,
    promise: done.promise,
  };
}

/** Counts a new submit. One that was taken before is no further one: its answer is given again, however full it is. */
async function throttle(ctx: Context, input: Parsed): Promise<void> {
  if (ctx.actor.kind !== 'anonymous') return;
  if (await wasAnswered(ctx.db, ctx.actor, { name: submitting, key: input.clientId })) return;
  await hit(ctx, 'submit.address', ctx.caller.address);
  if (input.contact?.phone) await hit(ctx, 'submit.phone', phoneKey(input.contact.phone));
}

async function write(
  ctx: Context,
  tx: Tx,
  input: Parsed,
  from: Origin,
  place: PlaceView & { cellCode: string },
): Promise<Submitted> {
  const now = ctx.now();
  const id = newId();
  const { item, urgency, wished } = await takenAs(tx, { ...input, channel: from.channel });
  const also = input.alsoItem && input.alsoItem !== item.code ? await getItem(tx, input.alsoItem) : null;
  const calendar = await loadWorkingCalendar(tx);
  const shift = { shiftStartsAt: input.shiftStartsAt ?? null, shiftEndsAt: input.shiftEndsAt ?? null };
  const promised = promiseOf(limitsOf(item, urgency), urgency, now, calendar, shift);
  const photos = await takePhotos(tx, id, input.photos);
  const quota = quotaKeyOf(from.requesterId, from.proxyId ? null : input.contact?.phone);
  // What the system itself submits counts as open, since its closing gives the place back, but is never refused.
  const openLimit = ctx.actor.kind === 'system' ? undefined : await readSetting(tx, 'orders.open_limit');
  if (quota && !(await takeQuota(tx, quota, openLimit))) {
    throw new DomainError('rule', 'order.open_limit', { params: { limit: openLimit ?? 0 } });
  }
  const day = shanghaiDate(now).replaceAll('-', '');
  const letters = await communityLetters(tx, place.communityCode);
  const serial = await nextSerial(tx, `${letters}${day}`);
  const code = `${letters}${day}-${String(serial).padStart(4, '0')}`;
  const subject = await readSubject(tx, input.about?.unit, place.communityCode, now);
  const level = subject?.level ?? 'community';
  const isUrgent = urgency === 'U1' || urgency === 'U2';
  const isOverDay = ctx.actor.kind !== 'system' && quota !== null && (await reachesDayLimit(tx, quota, now));
  const promise = { acceptBy: promised.acceptBy, finishBy: promised.finishBy };
  const order = await insertOrder(
    tx,
    {
      id,
      code,
      queryHash: secretHash(queryCodeOf(id)),
      pinHash: input.anonymous ? pinHash(id, pinOf(id)) : null,
      itemCode: item.code,
      categoryCode: item.categoryCode,
      alsoItem: also?.code ?? null,
      urgency,
      intakeAt: null,
      words: input.words,
      channel: from.channel,
      ...placeColumns(place),
      status: 'submitted',
      level,
      comeback: 'none',
      anonymous: input.anonymous,
      confidential: input.confidential,
      sealed: input.confidential || isSealedItem(item),
      isProxy: from.proxyId !== null,
      doorAgreed: false,
      requesterId: from.requesterId,
      requesterHousehold:
        ctx.actor.kind === 'person' && from.requesterId ? ctx.actor.householdCode : householdOf(place),
      proxyId: from.proxyId,
      aboutUnit: subject?.aboutUnit ?? null,
      aboutCommunity: subject?.aboutCommunity ?? null,
      ...shift,
      submittedAt: now,
      promiseAcceptBy: promise.acceptBy,
      promiseFinishBy: promise.finishBy,
      dispatchBy: promised.dispatchBy,
      dueAt: promised.dispatchBy,
      ...unbegun,
      // Danger does not wait, however much else its requester sent today.
      heldAt: isOverDay && !isUrgent ? now : null,
      createdAt: now,
      updatedAt: now,
    },
    {
      type: 'order.submitted',
      actor: ctx.actor,
      relation: from.relation,
      at: now,
      data: {
        code,
        item: item.code,
        urgency,
        channel: from.channel,
        cell: place.cellCode,
        level,
        anonymous: input.anonymous,
        confidential: input.confidential,
        suggested: input.item === undefined || wished !== null,
        ...(wished ? { wished } : {}),
        photos: photos.map((p) => p.id),
        promise,
      },
    },
  );
  await addPhotos(tx, id, 1, 'requester', photos, now);
  await addClock(tx, id, 1, {
    kind: 'promise',
    startedAt: now,
    dueAt: promise.finishBy,
    why: [...promised.warnings, ...promised.why],
  });
  await addClock(tx, id, 1, {
    kind: 'dispatch',
    startedAt: now,
    dueAt: promised.dispatchBy,
    why: promised.dispatchWhy,
  });
  await saveContact(tx, contactOf(id, input, place));
  if (input.proxy && from.proxyId) {
    const { knownBy, consentAt, words = null } = input.proxy;
    const spokenBy = input.anonymous ? null : (input.proxy.spokenBy ?? null);
    await saveProxy(tx, { orderId: id, operatorId: from.proxyId, spokenBy, knownBy, consentAt, words });
  }
  for (const other of await idsSeen(ctx, tx, input.apartFrom))
    await addApart(tx, [id, other], actorKey(ctx.actor), now);
  const joined = input.joins ? await joinNearby(tx, order, input.joins, now) : order;
  const row = joined.status === 'merged' ? joined : await dispatchUrgent(tx, order, now, calendar);
  return { id, code, anonymous: input.anonymous, promise, status: row.status };
}

function contactOf(orderId: string, input: Parsed, place: PlaceView) {
  const phone = input.contact?.phone ?? null;
  return {
    orderId,
    // An anonymous order asks for no name, and keeps none that came along.
    name: input.anonymous ? null : (input.contact?.name ?? input.proxy?.spokenBy ?? null),
    phone,
    phoneTail: phone?.slice(-4) ?? null,
    detail: doorOf(place, input.place),
    aboutWords: input.about?.words ?? null,
  };
}
