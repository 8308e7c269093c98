import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { actionEndpoints, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { endDuty } from './commands/end-duty';
import { enterDuty } from './commands/enter-duty';
import { openMediation } from './commands/open-mediation';
import { dutyEndInput, dutyInput, dutyListInput, listInput, mediationCode, openInput } from './input';
import { getMediation } from './queries/get-mediation';
import { listDuty } from './queries/list-duty';
import { listEvents } from './queries/list-events';
import { listMediations } from './queries/list-mediations';
import { relations } from './relation';
import { checkOutcomes, consentKinds, dutyKinds, enteredWays, mediatorKinds, otherWays, statuses } from './status';
import { verbs } from './verbs';
import type { MediationSummary } from './view';

const date = z.string();
const time = z.iso.datetime({ offset: true });
const named = z.object({ zh: z.string(), en: z.string() });

const summary: ZodType<MediationSummary> = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
}) as unknown as ZodType<MediationSummary>;

const listItem = z.object({
  code: z.string(),
  title: z.string(),
  communityCode: z.string(),
  status: z.enum(statuses),
  mediator: named.nullable(),
  openedAt: time,
  plannedUntil: date,
  settledOn: date.nullable(),
  confirmUntil: date.nullable(),
  /** The day of the joint application, then that of the court's ruling. */
  confirmAppliedOn: date.nullable(),
  confirmedOn: date.nullable(),
});

const party = z.object({
  ordinal: z.int(),
  name: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  hasAccount: z.boolean(),
  isYou: z.boolean(),
  consents: z.array(z.object({ to: z.enum(consentKinds), how: z.enum([...enteredWays, 'account']), on: date })),
  refusedAt: time.nullable(),
  signedAt: time.nullable(),
});

const duty = z.object({
  kind: z.enum(dutyKinds),
  name: z.string(),
  office: z.string(),
  phone: z.string().nullable(),
});

const seat = z.object({ personId: z.string(), name: named, kind: z.enum(mediatorKinds) });

const detail = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
  title: z.string(),
  communityCode: z.string(),
  you: z.enum(relations),
  orderCode: z.string().nullable(),
  openedAt: time,
  plannedUntil: date,
  mediator: seat.nullable(),
  /** Who takes the seat once everybody has agreed. */
  proposed: seat.nullable(),
  parties: z.array(party),
  sessions: z.array(
    z.object({ ordinal: z.int(), heldAt: time, place: z.string(), others: z.string(), words: z.string() }),
  ),
  opinions: z.array(
    z.object({
      id: z.string(),
      duty: duty.nullable(),
      question: z.string(),
      opinion: z.string().nullable(),
      askedAt: time,
      answeredAt: time.nullable(),
    }),
  ),
  agreements: z.array(
    z.object({
      version: z.int(),
      oral: z.boolean(),
      parties: z.string(),
      facts: z.string(),
      performance: z.string(),
      performUntil: date.nullable(),
      sealNo: z.string().nullable(),
      at: time,
    }),
  ),
  checks: z.array(z.object({ ordinal: z.int(), on: date, outcome: z.enum(checkOutcomes), words: z.string() })),
  settledOn: date.nullable(),
  confirmUntil: date.nullable(),
  /** The day of the joint application, then that of the court's ruling. */
  confirmAppliedOn: date.nullable(),
  confirmedOn: date.nullable(),
  end: z.object({ words: z.string(), way: z.enum(otherWays).nullable(), at: time, waysToldAt: time }).nullable(),
  otherWays: z.array(z.enum(otherWays)),
});

const told = (at: number | null) => (at === null ? null : rfc3339(at));

/** The detail with its times as they leave the program. */
async function describe(ctx: Context, input: { code: string }): Promise<z.output<typeof detail>> {
  const found = await getMediation(ctx, input);
  return {
    ...found,
    openedAt: rfc3339(found.openedAt),
    parties: found.parties.map((one) => ({ ...one, refusedAt: told(one.refusedAt), signedAt: told(one.signedAt) })),
    sessions: found.sessions.map((one) => ({ ...one, heldAt: rfc3339(one.heldAt) })),
    opinions: found.opinions.map((one) => ({
      ...one,
      askedAt: rfc3339(one.askedAt),
      answeredAt: told(one.answeredAt),
    })),
    agreements: found.agreements.map((one) => ({ ...one, at: rfc3339(one.at) })),
    end: found.end && { ...found.end, at: rfc3339(found.end.at), waysToldAt: rfc3339(found.end.waysToldAt) },
    otherWays: [...found.otherWays],
  };
}

const actionRows = actionEndpoints({ path: '/mediations/{code}', of: 'of a mediation', output: summary }, verbs);

export const mediationEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/mediations',
    summary: 'The mediations that the caller is a party, the mediator or the secretary of; for anybody else none.',
    audience: 'signed_in',
    input: listInput as unknown as ZodType<z.input<typeof listInput>>,
    output: z.object({ items: z.array(listItem), nextCursor: z.string().nullable() }),
    run: async (ctx, input) => {
      const { items, nextCursor } = await listMediations(ctx, input);
      return { items: items.map((item) => ({ ...item, openedAt: rfc3339(item.openedAt) })), nextCursor };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/mediations',
    summary: 'Registers an application for mediation.',
    audience: 'signed_in',
    status: 201,
    input: openInput as unknown as ZodType<z.input<typeof openInput>>,
    output: summary,
    run: openMediation,
  }),
  endpoint({
    method: 'GET',
    path: '/mediations/{code}',
    summary: 'One mediation, for those inside it.',
    audience: 'signed_in',
    input: z.object({ code: mediationCode }),
    output: detail,
    run: describe,
  }),
  endpoint({
    method: 'GET',
    path: '/mediations/{code}/events',
    summary: 'The append-only history with its hashes, for the mediator and the secretary.',
    audience: 'signed_in',
    input: z.object({ code: mediationCode }),
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  ...actionRows,
  endpoint({
    method: 'GET',
    path: '/legal-duty',
    summary: 'Judge, prosecutor, police officer and lawyer on the duty roster of a community.',
    audience: 'signed_in',
    input: dutyListInput,
    output: z.object({
      items: z.array(duty.extend({ id: z.string(), validFrom: date, validTo: date.nullable() })),
    }),
    run: async (ctx, input) => ({ items: await listDuty(ctx, input) }),
  }),
  endpoint({
    method: 'POST',
    path: '/legal-duty',
    summary: 'Puts somebody on the legal duty roster.',
    audience: 'signed_in',
    status: 201,
    input: dutyInput as unknown as ZodType<z.input<typeof dutyInput>>,
    output: z.object({ id: z.string() }),
    run: enterDuty,
  }),
  endpoint({
    method: 'POST',
    path: '/legal-duty/{id}/actions/end',
    summary: 'Ends an entry of the legal duty roster on a day, that day included.',
    audience: 'signed_in',
    input: dutyEndInput,
    output: z.object({ id: z.string(), validTo: date }),
    run: endDuty,
  }),
];
