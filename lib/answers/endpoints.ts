import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import { type ActionVerb, actionEndpoints, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { fulfilAnswer } from './commands/fulfil-answer';
import { giveAnswer } from './commands/give-answer';
import { linkAnswer } from './commands/link-answer';
import { restateAnswer } from './commands/restate-answer';
import { rewordAnswer } from './commands/reword-answer';
import { takeBackAnswer } from './commands/take-back-answer';
import { answerCode, fulfilInput, giveInput, linkInput, listInput, restateInput, sayInput } from './input';
import { getAnswer } from './queries/get-answer';
import { listAnswers } from './queries/list-answers';
import { listEvents } from './queries/list-events';
import { decisions, statuses, weighedBy } from './status';
import type { AnswerSummary } from './view';
import type { Action } from './workflow';

const date = z.string();
const time = z.iso.datetime({ offset: true });
const named = z.object({ zh: z.string(), en: z.string() });

const summary = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
});

const shown = {
  title: named,
  communityCode: z.string(),
  decision: z.enum(decisions),
  weighedOn: date,
  dueOn: date.nullable(),
  doneOn: date.nullable(),
  late: z.boolean(),
  at: time,
};

const listItem = z.object({ code: z.string(), status: z.enum(statuses), ...shown });

const detail = summary.extend({
  ...shown,
  weighedBy: z.enum(weighedBy),
  said: z.array(
    z.object({
      version: z.int(),
      words: z.object({ zh: z.string(), en: z.string().nullable() }),
      reason: z.string().nullable(),
      dueOn: date.nullable(),
      photos: z.array(z.string()),
      at: time,
    }),
  ),
  isHidden: z.boolean(),
  deliberation: z.string().nullable(),
  project: z.string().nullable(),
  order: z.string().nullable(),
});

const verbs: (ActionVerb<AnswerSummary> & { action: Action })[] = [
  { action: 'restate', input: restateInput, run: restateAnswer },
  { action: 'fulfil', input: fulfilInput, run: fulfilAnswer },
  { action: 'take_back', input: sayInput, run: takeBackAnswer },
  { action: 'reword', input: sayInput, run: rewordAnswer },
  { action: 'link', input: linkInput, run: linkAnswer },
];

const actionRows = actionEndpoints({ path: '/answers/{code}', of: 'of an answer', output: summary }, verbs);

export const answerEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/answers',
    summary: 'Public answers to suggestions, the latest first; `late=true` those whose day has passed.',
    audience: 'anyone',
    input: listInput as unknown as ZodType<z.input<typeof listInput>>,
    output: z.object({ items: z.array(listItem), nextCursor: z.string().nullable() }),
    run: async (ctx, input) => {
      const { items, nextCursor } = await listAnswers(ctx, input);
      return { items: items.map((item) => ({ ...item, at: rfc3339(item.at) })), nextCursor };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/answers',
    summary: '审议—答复: answers a suggestion in public, with a reason, and with a date when anything is adopted.',
    audience: 'signed_in',
    status: 201,
    input: giveInput as unknown as ZodType<z.input<typeof giveInput>>,
    output: summary,
    run: giveAnswer,
  }),
  endpoint({
    method: 'GET',
    path: '/answers/{code}',
    summary: 'One answer with everything that was said, each beside the one before.',
    audience: 'anyone',
    input: answerCode,
    output: detail,
    run: async (ctx, input) => {
      const found = await getAnswer(ctx, input);
      return {
        ...found,
        at: rfc3339(found.at),
        said: found.said.map((one) => ({ ...one, at: rfc3339(one.at) })),
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/answers/{code}/events',
    summary: 'The append-only history with its hashes, for who answers and who watches over them.',
    audience: 'signed_in',
    input: answerCode,
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  ...actionRows,
];
