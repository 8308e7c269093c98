import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import { actionEndpoints, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { sendLetter } from './commands/send-letter';
import { listInput, oneInput, sendInput } from './input';
import { getLetter } from './queries/get-letter';
import { listEvents } from './queries/list-events';
import { listLetters } from './queries/list-letters';
import { parts, statuses } from './status';
import { verbs } from './verbs';

const time = z.iso.datetime({ offset: true });
const timeOrNull = (at: number | null) => (at === null ? null : rfc3339(at));

const summary = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
});

const shown = {
  subject: z.string(),
  orderCode: z.string().nullable(),
  communityCode: z.string(),
  replyBy: z.string(),
  sentAt: time,
};

const decision = z.object({
  id: z.string(),
  no: z.int(),
  words: z.string(),
  owner: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
  settledAt: time.nullable(),
  settled: z.string().nullable(),
  /** Whether a unit of the reader's carries it out. */
  own: z.boolean(),
});

const detail = summary.extend({
  meetings: z.array(
    z.object({
      id: z.string(),
      heldOn: z.string(),
      place: z.string(),
      agenda: z.string(),
      present: z.array(z.string()),
      others: z.string().nullable(),
      decisions: z.array(decision),
    }),
  ),
  ...shown,
  words: z.string(),
  endedAt: time.nullable(),
  ended: z.string().nullable(),
  units: z.array(
    z.object({
      code: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      part: z.enum(parts),
      receivedAt: time.nullable(),
      repliedAt: time.nullable(),
      late: z.boolean(),
      own: z.boolean(),
      replies: z.array(z.object({ kind: z.enum(['reply', 'sent_back', 'extended']), words: z.string(), at: time })),
    }),
  ),
});

export const letterEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/letters',
    summary: '工作联系单: those that the actor sends or gets, the latest first.',
    audience: 'signed_in',
    input: listInput as unknown as ZodType<z.input<typeof listInput>>,
    output: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          status: z.enum(statuses),
          ...shown,
          leadReplied: z.boolean(),
          late: z.boolean(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    run: async (ctx, input) => {
      const { items, nextCursor } = await listLetters(ctx, input);
      return { items: items.map((one) => ({ ...one, sentAt: rfc3339(one.sentAt) })), nextCursor };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/letters',
    summary: 'Writes to several units together, one of which leads; about an order or about a matter without one.',
    audience: 'signed_in',
    status: 201,
    input: sendInput as unknown as ZodType<z.input<typeof sendInput>>,
    output: summary,
    run: sendLetter,
  }),
  endpoint({
    method: 'GET',
    path: '/letters/{code}',
    summary: 'One letter with the receipt and the replies of each unit, for who sent it and the units it went to.',
    audience: 'signed_in',
    input: oneInput,
    output: detail,
    run: async (ctx, input) => {
      const { sentBy: _, ...found } = await getLetter(ctx, input);
      return {
        ...found,
        sentAt: rfc3339(found.sentAt),
        endedAt: timeOrNull(found.endedAt),
        meetings: found.meetings.map((meeting) => ({
          ...meeting,
          decisions: meeting.decisions.map((one) => ({ ...one, settledAt: timeOrNull(one.settledAt) })),
        })),
        units: found.units.map((unit) => ({
          ...unit,
          receivedAt: timeOrNull(unit.receivedAt),
          repliedAt: timeOrNull(unit.repliedAt),
          replies: unit.replies.map((reply) => ({ ...reply, at: rfc3339(reply.at) })),
        })),
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/letters/{code}/events',
    summary: 'The append-only history of a letter with its hashes.',
    audience: 'signed_in',
    input: oneInput,
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  ...actionEndpoints({ path: '/letters/{code}', of: 'of a liaison letter', output: summary }, verbs),
];
