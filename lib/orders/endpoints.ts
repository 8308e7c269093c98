import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { actionEndpoints, actionSlug, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { askSuspensionInput, refuseSuspensionInput } from './clock-input';
import { askSuspension } from './commands/ask-suspension';
import { callUnits } from './commands/call-units';
import { declareOrderTie } from './commands/declare-order-tie';
import { keepApart } from './commands/keep-apart';
import { noteUnitArrival } from './commands/note-unit-arrival';
import { refuseSuspension } from './commands/refuse-suspension';
import { revealContact } from './commands/reveal-contact';
import { signExplanation } from './commands/sign-explanation';
import { submitOrder } from './commands/submit-order';
import { apartInput, orderCode, type plainActionInput, revealContactInput, submitOrderInput, tieInput } from './input';
import { dryRunInput, dryRunRule } from './queries/dry-run-rule';
import { getOrder, loadSeen } from './queries/get-order';
import { listCandidates } from './queries/list-candidates';
import { listEvents } from './queries/list-events';
import { listOrders } from './queries/list-orders';
import { listPoolAsOrders } from './queries/list-pool';
import { listSimilar } from './queries/list-similar';
import { openByCode } from './queries/open-by-code';
import { listOrdersInput, type OpenByCodeInput, openByCodeInput } from './question-input';
import {
  candidatesSchema,
  dryRunSchema,
  orderDetailSchema,
  orderListSchema,
  orderSummarySchema,
  similarListSchema,
  submittedSchema,
} from './schema';
import { statuses } from './status';
import { callUnitsInput, signExplanationInput, unitArrivalInput } from './street-input';
import { holderActions, type Verb, verbs } from './verbs';

const byCode = z.object({ code: orderCode });

/** A state that does not exist would quietly be no filter at all. */
const listQuery = listOrdersInput.refine(
  ({ status }) => !status || status.split(',').every((one) => (statuses as readonly string[]).includes(one)),
  { path: ['status'], message: 'input.not_listed' },
);

/** The caller as the holder of a code, for one call. */
async function asHolder(ctx: Context, input: OpenByCodeInput): Promise<Context> {
  return { ...ctx, actor: await openByCode(ctx, input) };
}

const actionRows = actionEndpoints(
  { path: '/orders/{code}', of: 'of the workflow', output: orderSummarySchema },
  verbs,
);

const { code: openingCode, pin, phoneTail } = openByCodeInput.shape;
const opener = {
  queryCode: openingCode.describe('The query code, the order number, or the token of a message’s link'),
  pin: pin.describe('Six digits; an anonymous order opens with nothing else'),
  phoneTail: phoneTail.describe('The last four digits of the order’s phone, for an order number'),
};

/** The input of a holder's action: as at the desk, but the code opens the order and `version` may be absent. */
function trackInput(input: ZodType) {
  const { code: _, version, ...body } = (input as typeof plainActionInput).shape;
  return z.object({ ...opener, version: version.optional(), ...body });
}

const isHolderVerb = (verb: Verb): boolean => (holderActions as readonly string[]).includes(verb.action);

const trackActionRows = verbs.filter(isHolderVerb).map(({ action, input, run }) =>
  endpoint({
    method: 'POST',
    path: `/track/{queryCode}/actions/${actionSlug(action)}`,
    summary: `The resident's own ${action}, without a login.`,
    audience: 'anyone',
    input: trackInput(input),
    output: orderSummarySchema,
    run: async (ctx, { queryCode, pin, phoneTail, ...body }) => {
      const holder = await asHolder(ctx, { code: queryCode, pin, phoneTail, clientId: body.clientId });
      const { order } = await loadSeen(holder, '');
      return run(holder, { version: order.version, ...body, code: order.code } as never);
    },
  }),
);

export const orderEndpoints: EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/orders',
    summary: '点单: submits an order; without `item` the program suggests one and the dispatcher confirms it.',
    audience: 'anyone',
    status: 201,
    input: submitOrderInput as unknown as z.ZodType<z.input<typeof submitOrderInput>>,
    output: submittedSchema,
    run: async (ctx, input) => {
      const { promise, ...submitted } = await submitOrder(ctx, input);
      return {
        ...submitted,
        promise: { acceptBy: rfc3339(promise.acceptBy), finishBy: rfc3339(promise.finishBy) },
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/orders',
    summary: 'The orders that this caller may see; `view=pool` lists a volunteer’s open offers.',
    audience: 'signed_in',
    input: listQuery as unknown as z.ZodType<z.input<typeof listOrdersInput>>,
    output: orderListSchema,
    run: (ctx, input) => (input.view === 'pool' ? listPoolAsOrders(ctx, input) : listOrders(ctx, input)),
  }),
  endpoint({
    method: 'GET',
    path: '/orders/{code}',
    summary: 'One order with what this caller may see of it, its abilities, and its clock with reasons.',
    audience: 'signed_in',
    input: byCode,
    output: orderDetailSchema,
    run: getOrder,
  }),
  endpoint({
    method: 'GET',
    path: '/orders/{code}/events',
    summary: 'The append-only history with its hashes.',
    audience: 'signed_in',
    input: byCode,
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  endpoint({
    method: 'GET',
    path: '/orders/{code}/candidates',
    summary:
      'Who could take the order, the best first, with the reasons; and how many volunteers an offer would reach.',
    audience: 'signed_in',
    input: byCode,
    output: candidatesSchema,
    run: listCandidates,
  }),
  endpoint({
    method: 'GET',
    path: '/orders/{code}/similar',
    summary: 'Orders that may be of the same thing, with the reasons; for whoever dispatches this one.',
    audience: 'signed_in',
    input: byCode,
    output: similarListSchema,
    run: listSimilar,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/apart',
    summary: '不是同一件: the two are told apart, and are not proposed to each other again.',
    audience: 'signed_in',
    input: apartInput,
    output: z.object({ apart: z.literal(true) }),
    run: keepApart,
  }),
  endpoint({
    method: 'POST',
    path: '/routing/dry-run',
    summary:
      'What a rule would have done with the last orders of a community, beside what happened; nothing is written.',
    audience: 'signed_in',
    input: dryRunInput as unknown as z.ZodType<z.input<typeof dryRunInput>>,
    output: dryRunSchema,
    run: dryRunRule,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/reveal',
    summary: 'Shows one masked field; who, when and why is logged.',
    audience: 'signed_in',
    input: revealContactInput,
    output: z.object({ value: z.string() }),
    run: revealContact,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/tie',
    summary: '申请回避: it concerns the caller or their family, who do not take, check or see it any more.',
    audience: 'signed_in',
    input: tieInput,
    output: z.object({ declared: z.literal(true) }),
    run: declareOrderTie,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/suspension',
    summary: '申请挂起: the handler asks for a suspension until a day; a second person suspends or refuses.',
    audience: 'signed_in',
    input: askSuspensionInput,
    output: orderSummarySchema,
    run: askSuspension,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/suspension/refuse',
    summary: '不同意挂起: the request is answered, and the order goes on as it is.',
    audience: 'signed_in',
    input: refuseSuspensionInput,
    output: orderSummarySchema,
    run: refuseSuspension,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/sign-explanation',
    summary: '签字: the secretary’s name under an explanation that is to end what was reopened twice.',
    audience: 'signed_in',
    input: signExplanationInput,
    output: orderSummarySchema,
    run: signExplanation,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/whistle',
    summary: '街道吹哨: the street calls units to an order of its own, each to be there by an hour.',
    audience: 'signed_in',
    input: callUnitsInput as unknown as z.ZodType<z.input<typeof callUnitsInput>>,
    output: orderSummarySchema,
    run: callUnits,
  }),
  endpoint({
    method: 'POST',
    path: '/orders/{code}/whistle/arrive',
    summary: '部门报到: the street’s desk writes down that a called unit is there.',
    audience: 'signed_in',
    input: unitArrivalInput as unknown as z.ZodType<z.input<typeof unitArrivalInput>>,
    output: orderSummarySchema,
    run: noteUnitArrival,
  }),
  ...actionRows,
  endpoint({
    method: 'GET',
    path: '/track/{queryCode}',
    summary: 'The resident’s own side of an order, for the holder of its code.',
    audience: 'anyone',
    input: z.object(opener),
    headers: { pin: 'Order-Pin', phoneTail: 'Order-Phone-Tail' },
    output: orderDetailSchema,
    run: async (ctx, { queryCode, ...secret }) =>
      getOrder(await asHolder(ctx, { code: queryCode, ...secret }), { code: '' }),
  }),
  ...trackActionRows,
];
