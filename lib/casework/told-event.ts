import { z } from 'zod';
import type { ChainedEvent } from './chain';

/** An event as `/events` tells it. */
export type HashedEvent = ChainedEvent & { hash: string };

/** The same as a schema, for the HTTP contract. */
export const eventSchema = z.object({
  seq: z.int(),
  type: z.string(),
  actor: z.string(),
  relation: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  data: z.unknown(),
  at: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});
