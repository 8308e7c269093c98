import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { channels } from '@/lib/orders/status';
import { getStatsInput, monthReportInput } from './input';
import { getMonthReport } from './queries/get-month-report';
import { getStats } from './queries/get-stats';

const statsSchema = z.object({
  area: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  from: z.string(),
  to: z.string(),
  countedAt: z.string(),
  publicOnly: z.boolean(),
  submitted: z.int().nullable(),
  closed: z.int().nullable(),
  channels: z.array(z.object({ channel: z.enum(channels), submitted: z.int() })),
  rates: z.array(
    z.object({
      name: z.string(),
      numerator: z.int(),
      denominator: z.int(),
      value: z.number().nullable(),
      definition: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});

const monthSchema = statsSchema.extend({
  month: z.string(),
  running: z.boolean(),
  months: z.array(z.object({ month: z.string(), submitted: z.int().nullable(), closed: z.int().nullable() })),
  categories: z.array(z.object({ code: z.string().nullable(), zh: z.string(), en: z.string(), count: z.int() })),
  matters: z.object({
    resolutions: z.int(),
    answers: z.int(),
    promisesKept: z.int(),
    projectsListed: z.int(),
    projectsCompleted: z.int(),
    spentFen: z.int(),
    lists: z.int(),
  }),
  older: z.string().nullable(),
  newer: z.string().nullable(),
});

export const statsEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/stats',
    summary:
      'Counts and rates of an area and a period, each with numerator, denominator and definition; a public part without login.',
    audience: 'anyone',
    input: getStatsInput,
    output: statsSchema,
    run: getStats,
  }),
  endpoint({
    method: 'GET',
    path: '/stats/month',
    summary: '月报: one month of a community for everybody, the same whoever asks.',
    audience: 'anyone',
    input: monthReportInput,
    output: monthSchema,
    run: getMonthReport,
  }),
];
