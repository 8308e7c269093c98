import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { proposalFor, takeInAndDispatch } from '@/app/_desk/order/dispatch-steps';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { assignOrder } from '@/lib/orders/commands/assign-order';
import { classifyOrder } from '@/lib/orders/commands/classify-order';
import { offerOrder } from '@/lib/orders/commands/offer-order';
import { assignInput, classifyInput, offerInput } from '@/lib/orders/input';
import type { FormAction } from '@/lib/transport/action';
import { formFields, formInput } from '@/lib/transport/form';
import { readInput } from '@/lib/transport/issues';
import { sharedCommunity } from '@/tests/support/community';
import { eventsOf, type Made, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
/** By the default table the first and the last go to the property firm, the one between to the cleaners. */
const [before, after, alike] = ['0802', '0401', '0402'];

/** A verb behind a form as `defineAction` runs it, for somebody who needs no cookie to be known. */
function formVerb<I, R>(
  ctx: Context,
  schema: ZodType<I>,
  command: (ctx: Context, input: I) => Promise<R>,
): FormAction<R> {
  return async (_before, form) => {
    try {
      const input = readInput(schema, formInput(formFields(form)), { texts: true, locale: 'zh-CN' });
      return { ok: true, values: {}, result: await command(ctx, input) };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { ok: false, values: {}, reason: error.reason, issues: error.details.issues };
    }
  };
}

async function send(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const ctx = await c().as('limin');
  const came = await takeInAndDispatch(form, {
    classify: formVerb(ctx, classifyInput, classifyOrder),
    assign: formVerb(ctx, assignInput, assignOrder),
    offer: formVerb(ctx, offerInput, offerOrder),
    proposal: (code) => proposalFor(ctx, code),
    words: (key) => key,
  });
  return { ...came, fields: Object.fromEntries(came.form) as Record<string, string> };
}

/** The form as the page draws it for the order as it is now: the proposal ticked, nothing changed. */
async function formFor(order: Made): Promise<Record<string, string>> {
  const { version, itemCode, intakeAt } = await rowOf(c(), order);
  const proposed = await proposalFor(await c().as('limin'), order.code);
  return {
    ...{ code: order.code, version: String(version), clientId: newId(), do: 'send' },
    ...{ item: itemCode, wasItem: itemCode, takenIn: intakeAt === null ? 'no' : 'yes' },
    ...{ handler: proposed, proposed, 'offer.note': '' },
  };
}

const typesOf = async (order: Made) => (await eventsOf(c(), order)).map((event) => event.type.replace('order.', ''));

describe('受理并派单 where the item is changed on the way', () => {
  it('gives the order to nobody before the proposal for the new item was seen, and then to whom it names', async () => {
    const order = await submitted(c(), { item: before });
    const form: Record<string, string> = { ...(await formFor(order)), item: after };
    const came = await send(form);
    // Taken in under the new item, and with nobody.
    expect(came.state).toMatchObject({ ok: false, issues: [{ path: 'handler', message: 'item_changed' }] });
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({ status: 'submitted', itemCode: after, assigneeUnit: null, assigneePerson: null });
    expect(await typesOf(order)).toEqual(['submitted', 'classified']);
    // The form comes back with who is proposed now, and says that the first step stands.
    const shown = await formFor(order);
    expect([form.proposed, shown.proposed]).toEqual(['unit:PL-PROP', 'unit:PL-SANI']);
    expect(came.fields).toMatchObject({ handler: shown.proposed, stands: 'classify', item: after });

    // A second tap on the same form does nothing more.
    expect((await send(form)).state).toMatchObject({ ok: false, issues: [{ path: 'handler' }] });
    expect(await typesOf(order)).toEqual(['submitted', 'classified']);

    const done = await send({ ...shown, handler: came.fields.handler ?? '' });
    expect(done).toMatchObject({ state: { ok: true }, done: 'assign' });
    expect(await rowOf(c(), order)).toMatchObject({ status: 'assigned', assigneeUnit: 'PL-SANI' });
    expect(await typesOf(order)).toEqual(['submitted', 'classified', 'assigned']);
  });

  it('gives it at once to whom the clerk chose for it, and where the proposal is the same', async () => {
    const chosen = await submitted(c(), { item: before });
    expect((await send({ ...(await formFor(chosen)), item: after, handler: 'unit:PL-COMM' })).state.ok).toBe(true);
    expect(await rowOf(c(), chosen)).toMatchObject({ status: 'assigned', itemCode: after, assigneeUnit: 'PL-COMM' });
    expect(await typesOf(chosen)).toEqual(['submitted', 'classified', 'assigned']);

    const same = await submitted(c(), { item: before });
    expect((await send({ ...(await formFor(same)), item: alike })).state.ok).toBe(true);
    expect(await rowOf(c(), same)).toMatchObject({ status: 'assigned', itemCode: alike, assigneeUnit: 'PL-PROP' });

    const volunteers = await submitted(c(), { item: before });
    const offered = await send({ ...(await formFor(volunteers)), item: after, handler: 'offer:own' });
    expect(offered).toMatchObject({ state: { ok: true }, done: 'offer' });
    expect(await rowOf(c(), volunteers)).toMatchObject({ status: 'offered', itemCode: after });
  });

  it('says that the first step stands where the second is refused, and asks first where nobody was chosen', async () => {
    const order = await submitted(c(), { item: before });
    const form = { ...(await formFor(order)), item: after };
    const nobody = await send({ ...form, handler: '' });
    expect(nobody.state).toMatchObject({ ok: false, issues: [{ path: 'handler', message: 'choose' }] });
    expect(await typesOf(order)).toEqual(['submitted']);

    const unknown = await send({ ...form, handler: 'unit:NOBODY' });
    expect(unknown.state).toMatchObject({ ok: false, reason: 'order.handler_unknown' });
    expect(unknown.fields.stands).toBe('classify');
    expect(await rowOf(c(), order)).toMatchObject({ status: 'submitted', itemCode: after, assigneeUnit: null });
    expect(await typesOf(order)).toEqual(['submitted', 'classified']);
  });
});
