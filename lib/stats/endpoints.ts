import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { channels } from '@/lib/orders/status';
import { getStatsInput } from './input';
import { getStats } from './queries/get-stats';

export const statsEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/stats',
    summary:
      'Counts and rates of an area and a period, each with numerator, denominator and definition; a public part without login.',
    audience: 'anyone',
    input: getStatsInput,
    output: z.object({
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
    }),
    run: getStats,
  }),
];
