import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { changeList } from './commands/change-list';
import { closeRound } from './commands/close-round';
import { collectOpinion } from './commands/collect-opinion';
import { openRound } from './commands/open-round';
import { publishList } from './commands/publish-list';
import { writeDownOpinion } from './commands/write-down-opinion';
import {
  closeInput,
  collectInput,
  listedInput,
  listInput,
  oneInput,
  openInput,
  roundCode,
  writeDownInput,
} from './input';
import { getRound } from './queries/get-round';
import { listEvents } from './queries/list-events';
import { listRounds } from './queries/list-rounds';
import { statuses, ways } from './status';

const date = z.string();
const time = z.iso.datetime({ offset: true });
const named = z.object({ zh: z.string(), en: z.string() });
const said = z.object({ zh: z.string(), en: z.string().nullable() });

const summary = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
});

const shown = {
  question: named,
  communityCode: z.string(),
  phase: z.enum(['coming', 'collecting', 'closed', 'published']),
  opensOn: date,
  closesOn: date,
  openedAt: time,
  publishedAt: time.nullable(),
};

const detail = summary.extend({
  ...shown,
  words: z.string(),
  /** Why it ended before its last day was over. */
  endedEarly: z.string().nullable(),
  counts: z.array(z.object({ way: z.enum(ways), entries: z.int(), heads: z.int() })),
  lists: z.array(
    z.object({
      version: z.int(),
      at: time.nullable(),
      rows: z.array(z.object({ heard: said, doing: said, who: z.string().nullable(), dueOn: date.nullable() })),
    }),
  ),
  entries: z
    .array(z.object({ id: z.string(), way: z.enum(ways), words: z.string(), heads: z.int(), at: time }))
    .nullable(),
  /** Where the entries go on. */
  nextCursor: z.string().nullable(),
});

const times = <T extends { openedAt: number; publishedAt: number | null }>(one: T) => ({
  ...one,
  openedAt: rfc3339(one.openedAt),
  publishedAt: one.publishedAt === null ? null : rfc3339(one.publishedAt),
});

const path = (action: string) => `/rounds/{code}/actions/${action}`;

export const roundEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/rounds',
    summary: '征求意见: the questions of a community, the latest first.',
    audience: 'anyone',
    input: listInput as unknown as ZodType<z.input<typeof listInput>>,
    output: z.object({
      items: z.array(z.object({ code: z.string(), status: z.enum(statuses), ...shown })),
      nextCursor: z.string().nullable(),
    }),
    run: async (ctx, input) => {
      const { items, nextCursor } = await listRounds(ctx, input);
      return { items: items.map(times), nextCursor };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/rounds',
    summary: 'Asks everybody of a community one question, for some days.',
    audience: 'signed_in',
    status: 201,
    input: openInput as unknown as ZodType<z.input<typeof openInput>>,
    output: summary,
    run: openRound,
  }),
  endpoint({
    method: 'GET',
    path: '/rounds/{code}',
    summary:
      'One round with its 我们听到 / 我们做; what people said word for word for those who write that list alone.',
    audience: 'anyone',
    input: oneInput,
    output: detail,
    run: async (ctx, input) => {
      const found = await getRound(ctx, input);
      const entries = found.entries?.map((one) => ({ ...one, at: rfc3339(one.at) })) ?? null;
      const lists = found.lists.map((one) => ({ ...one, at: one.at === null ? null : rfc3339(one.at) }));
      return { ...times(found), lists, entries };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/rounds/{code}/events',
    summary: 'The append-only history with its hashes, for who writes the list and who watches over them.',
    audience: 'signed_in',
    input: z.object({ code: roundCode }),
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  endpoint({
    method: 'POST',
    path: path('collect'),
    summary: 'Says what one thinks; without a login and without a name.',
    audience: 'anyone',
    input: collectInput,
    output: z.object({ code: z.string() }),
    run: collectOpinion,
  }),
  endpoint({
    method: 'POST',
    path: path('write-down'),
    summary: 'Types what came in on paper or was said at a meeting.',
    audience: 'signed_in',
    input: writeDownInput as unknown as ZodType<z.input<typeof writeDownInput>>,
    output: summary,
    run: writeDownOpinion,
  }),
  endpoint({
    method: 'POST',
    path: path('close'),
    summary: 'Ends the collecting; before the last day is over with a public reason.',
    audience: 'signed_in',
    input: closeInput,
    output: summary,
    run: closeRound,
  }),
  endpoint({
    method: 'POST',
    path: path('publish'),
    summary: 'Publishes what was heard and what is done.',
    audience: 'signed_in',
    input: listedInput,
    output: summary,
    run: publishList,
  }),
  endpoint({
    method: 'POST',
    path: path('add-to-list'),
    summary: 'A later version of the published list, beside the ones before it.',
    audience: 'signed_in',
    input: listedInput,
    output: summary,
    run: changeList,
  }),
];
