import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { replySupervision } from './commands/reply-supervision';
import { getSupervision } from './queries/get-supervision';
import { listSupervisions } from './queries/list-supervisions';
import { listSupervisionsInput, noticeCode, replyInput } from './supervision-input';
import { supervisionSchema } from './supervision-schema';

export const supervisionEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/supervisions',
    summary: '督办单: the notices that this caller was told of, and those of orders that they see as staff.',
    audience: 'signed_in',
    input: listSupervisionsInput as unknown as z.ZodType<z.input<typeof listSupervisionsInput>>,
    output: z.object({ items: z.array(supervisionSchema), nextCursor: z.string().nullable() }),
    run: listSupervisions,
  }),
  endpoint({
    method: 'GET',
    path: '/supervisions/{code}',
    summary: 'One 督办单 with its answers and who was told when.',
    audience: 'signed_in',
    input: z.object({ code: noticeCode }),
    output: supervisionSchema,
    run: getSupervision,
  }),
  endpoint({
    method: 'POST',
    path: '/supervisions/{code}/actions/reply',
    summary: 'The answer to a 督办单: calls, cause, measure, and the day on which it is looked at again.',
    audience: 'signed_in',
    input: replyInput,
    output: z.object({ code: z.string(), number: z.string(), checkOn: z.string() }),
    run: replySupervision,
  }),
];
