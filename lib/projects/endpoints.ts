import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import { type ActionVerb, actionEndpoints, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { addMilestone } from './commands/add-milestone';
import { addPhoto } from './commands/add-photo';
import { addSources } from './commands/add-sources';
import { completeProject } from './commands/complete-project';
import { correctSpend } from './commands/correct-spend';
import { explainDelay } from './commands/explain-delay';
import { openProject } from './commands/open-project';
import { postponeProject } from './commands/postpone-project';
import { raiseBudget } from './commands/raise-budget';
import { reachMilestone } from './commands/reach-milestone';
import { recordSpend } from './commands/record-spend';
import { startProject } from './commands/start-project';
import { stopProject } from './commands/stop-project';
import {
  completeInput,
  correctSpendInput,
  explainInput,
  listInput,
  milestoneInput,
  openInput,
  photoInput,
  postponeInput,
  projectCode,
  raiseInput,
  reachInput,
  sourcesInput,
  spendInput,
  startInput,
  stopInput,
} from './input';
import { getProject } from './queries/get-project';
import { listEvents } from './queries/list-events';
import { listProjects } from './queries/list-projects';
import { fundings, statuses } from './status';
import type { ProjectSummary } from './view';
import type { Action } from './workflow';

const date = z.string();
const time = z.iso.datetime({ offset: true });
const fen = z.int().min(0);
const named = z.object({ zh: z.string(), en: z.string() });
const timing = z.enum(['on_time', 'late', 'late_unexplained']);

const summary = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
  budgetFen: fen,
  spentFen: fen,
  dueOn: date,
});

const listItem = z.object({
  code: z.string(),
  title: named,
  communityCode: z.string(),
  place: z.string(),
  status: z.enum(statuses),
  budgetFen: fen,
  spentFen: fen,
  plannedOn: date,
  firstDueOn: date,
  dueOn: date,
  completedOn: date.nullable(),
  timing,
  reason: z.string().nullable(),
  openedAt: time,
});

const detail = summary.extend({
  title: named,
  communityCode: z.string(),
  words: z.string(),
  place: z.string(),
  fundings: z.array(z.enum(fundings)),
  openedAt: time,
  plannedOn: date,
  firstDueOn: date,
  startedOn: date.nullable(),
  completedOn: date.nullable(),
  timing,
  deliberationCode: z.string().nullable(),
  budgets: z.array(
    z.object({
      version: z.int(),
      amountFen: fen,
      deliberationCode: z.string().nullable(),
      reason: z.string(),
      at: time,
    }),
  ),
  spends: z.array(
    z.object({
      id: z.string(),
      on: date,
      label: z.string(),
      amountFen: z.int(),
      receiptNo: z.string().nullable(),
      state: z.enum(['counts', 'corrected', 'correction']),
    }),
  ),
  milestones: z.array(
    z.object({
      ordinal: z.int(),
      title: z.string(),
      dueOn: date,
      doneOn: date.nullable(),
      words: z.string().nullable(),
    }),
  ),
  delays: z.array(z.object({ missedOn: date, newDueOn: date.nullable(), reason: z.string(), at: time })),
  photos: z.array(z.object({ id: z.string(), words: z.string(), takenOn: date })),
  sources: z.int(),
  sourceCodes: z.array(z.string()).nullable(),
});

const verbs: (ActionVerb<ProjectSummary> & { action: Action })[] = [
  { action: 'start', input: startInput, run: startProject },
  { action: 'add_milestone', input: milestoneInput, run: addMilestone },
  { action: 'reach_milestone', input: reachInput, run: reachMilestone },
  { action: 'spend', input: spendInput, run: recordSpend },
  { action: 'correct_spend', input: correctSpendInput, run: correctSpend },
  { action: 'raise_budget', input: raiseInput, run: raiseBudget },
  { action: 'postpone', input: postponeInput, run: postponeProject },
  { action: 'explain_delay', input: explainInput, run: explainDelay },
  { action: 'add_photo', input: photoInput, run: addPhoto },
  { action: 'complete', input: completeInput, run: completeProject },
  { action: 'stop', input: stopInput, run: stopProject },
  { action: 'add_source', input: sourcesInput, run: addSources },
];

const actionRows = actionEndpoints({ path: '/projects/{code}', of: 'of a project', output: summary }, verbs);

export const projectEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/projects',
    summary: '为民办实事, the latest first: what was promised, until when, for how much, and how it stands.',
    audience: 'anyone',
    input: listInput as unknown as ZodType<z.input<typeof listInput>>,
    output: z.object({ items: z.array(listItem), nextCursor: z.string().nullable() }),
    run: async (ctx, input) => {
      const { items, nextCursor } = await listProjects(ctx, input);
      return { items: items.map((item) => ({ ...item, openedAt: rfc3339(item.openedAt) })), nextCursor };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/projects',
    summary: 'Puts a project on the list of a community.',
    audience: 'signed_in',
    status: 201,
    input: openInput as unknown as ZodType<z.input<typeof openInput>>,
    output: summary,
    run: openProject,
  }),
  endpoint({
    method: 'GET',
    path: '/projects/{code}',
    summary: 'One project with its money, its steps and what was said of its dates.',
    audience: 'anyone',
    input: z.object({ code: projectCode }),
    output: detail,
    run: async (ctx, input) => {
      const found = await getProject(ctx, input);
      return {
        ...found,
        openedAt: rfc3339(found.openedAt),
        budgets: found.budgets.map((one) => ({ ...one, at: rfc3339(one.at) })),
        delays: found.delays.map((one) => ({ ...one, at: rfc3339(one.at) })),
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/projects/{code}/events',
    summary: 'The append-only history with its hashes, for who keeps the papers and who watches over them.',
    audience: 'signed_in',
    input: z.object({ code: projectCode }),
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  ...actionRows,
];
