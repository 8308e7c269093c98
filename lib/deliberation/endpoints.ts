import { type ZodType, z } from 'zod';
import { eventSchema } from '@/lib/casework/told-event';
import { rfc3339 } from '@/lib/kernel/clock';
import { actionEndpoints, type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { DomainError } from '@/lib/kernel/errors';
import { castVote } from './commands/cast-vote';
import { objectToResolution } from './commands/object-to-resolution';
import { openDeliberation } from './commands/open-deliberation';
import { castInput, deliberationCode, listInput, objectInput, openInput } from './input';
import { type DeliberationDetail, getDeliberation } from './queries/get-deliberation';
import { getRoll } from './queries/get-roll';
import { findReceipt, getTally } from './queries/get-tally';
import { listDeliberations } from './queries/list-deliberations';
import { listEvents } from './queries/list-events';
import { detailSchema, listSchema, receiptSchema, rollSchema, summarySchema, tallySchema } from './schema';
import { statuses } from './status';
import { verbs } from './verbs';

const byCode = z.object({ code: deliberationCode });
const ofMeeting = byCode.extend({ meeting: z.string().min(1).max(64) });

/** A state that does not exist would quietly be no filter at all. */
const listQuery = listInput.refine(
  ({ status }) => !status || status.split(',').every((one) => (statuses as readonly string[]).includes(one)),
  { path: ['status'], message: 'input.not_listed' },
);

const told = (at: number | null): string | null => (at === null ? null : rfc3339(at));
const dated = <T extends { at: number }>(one: T) => ({ ...one, at: rfc3339(one.at) });

/** A case with its instants as every time that leaves the program. */
const toldCase = (found: DeliberationDetail): z.infer<typeof detailSchema> => ({
  ...found,
  openedAt: rfc3339(found.openedAt),
  endedAt: told(found.endedAt),
  plan: found.plan && dated(found.plan),
  plans: found.plans.map(dated),
  voted: found.voted && dated(found.voted),
  basis: { ...found.basis, versions: found.basis.versions.map(dated) },
  earlierPrices: found.earlierPrices.map(dated),
  meetings: found.meetings.map((one) => ({ ...one, heldAt: rfc3339(one.heldAt), votesUntil: told(one.votesUntil) })),
  resolutions: found.resolutions.map(dated),
  objections: found.objections.map((one) => ({ ...dated(one), answeredAt: told(one.answeredAt) })),
  results: found.results.map(dated),
  files: found.files.map(dated),
});

const actionRows = actionEndpoints(
  { path: '/deliberations/{code}', of: 'of a deliberation', output: summarySchema },
  verbs,
);

export const deliberationEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/deliberations',
    summary: 'Matters for all that this caller may see, the latest first.',
    audience: 'anyone',
    input: listQuery as unknown as ZodType<z.input<typeof listInput>>,
    output: listSchema,
    run: async (ctx, input) => {
      const { items, nextCursor } = await listDeliberations(ctx, input);
      return {
        items: items.map((item) => ({
          ...item,
          openedAt: rfc3339(item.openedAt),
          publishedAt: told(item.publishedAt),
          endedAt: told(item.endedAt),
        })),
        nextCursor,
      };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/deliberations',
    summary: 'Opens a matter for all; it keeps the rule pack that it starts with.',
    audience: 'signed_in',
    status: 201,
    input: openInput as unknown as ZodType<z.input<typeof openInput>>,
    output: summarySchema,
    run: openDeliberation,
  }),
  endpoint({
    method: 'GET',
    path: '/deliberations/{code}',
    summary: 'One matter with its meetings, resolutions, objections and accounts, without anybody’s name.',
    audience: 'anyone',
    input: byCode,
    output: detailSchema,
    run: async (ctx, input) => toldCase(await getDeliberation(ctx, input)),
  }),
  endpoint({
    method: 'GET',
    path: '/deliberations/{code}/events',
    summary: 'The append-only history with its hashes, for who keeps the papers and who watches over them.',
    audience: 'signed_in',
    input: byCode,
    output: z.object({ items: z.array(eventSchema) }),
    run: listEvents,
  }),
  endpoint({
    method: 'GET',
    path: '/deliberations/{code}/meetings/{meeting}/roll',
    summary: 'Who is entitled in a meeting, by name, for who keeps the papers alone.',
    audience: 'signed_in',
    input: ofMeeting,
    output: rollSchema,
    run: async (ctx, input) => {
      const roll = await getRoll(ctx, input);
      if (!roll) throw new DomainError('not_found', 'deliberation.no_meeting');
      return roll;
    },
  }),
  endpoint({
    method: 'GET',
    path: '/deliberations/{code}/meetings/{meeting}/tally',
    summary:
      'The web ballots of a vote that is over, for anybody to count again; few or unanimous ones by their digest alone.',
    audience: 'anyone',
    input: ofMeeting,
    output: tallySchema,
    run: getTally,
  }),
  endpoint({
    method: 'GET',
    path: '/deliberations/{code}/meetings/{meeting}/receipt',
    summary: 'The line of one’s own receipt in the tally of a vote that is over.',
    audience: 'anyone',
    input: ofMeeting.extend({ receipt: z.string().min(1).max(40) }),
    headers: { receipt: 'Ballot-Receipt' },
    output: receiptSchema,
    run: findReceipt,
  }),
  endpoint({
    method: 'POST',
    path: '/deliberations/{code}/actions/cast',
    summary: 'A secret vote on the web; the answer is the receipt, which nobody can give a second time.',
    audience: 'signed_in',
    input: castInput,
    output: z.object({ receipt: z.string() }),
    run: castVote,
  }),
  endpoint({
    method: 'POST',
    path: '/deliberations/{code}/actions/object',
    summary: 'An objection while a resolution is on notice, by anybody; shown without a name and answered in public.',
    audience: 'anyone',
    input: objectInput,
    output: z.object({ code: z.string(), answerBy: z.string() }),
    run: objectToResolution,
  }),
  ...actionRows,
];
