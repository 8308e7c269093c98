import { z } from 'zod';
import { colours, grounds, ladderSteps } from './status';

const named = z.object({ zh: z.string(), en: z.string() });
const time = z.string();

/** What leaves the program of a 督办单. */
export const supervisionSchema = z.object({
  code: z.string(),
  number: z.string(),
  order: z.object({ code: z.string(), item: named, place: named, status: z.string() }).nullable(),
  community: z.string(),
  ground: z.enum(grounds),
  colour: z.enum(colours),
  owner: named.nullable(),
  step: z.enum(ladderSteps).nullable(),
  issuedBy: named.nullable(),
  words: z.string().nullable(),
  issuedAt: time,
  replyBy: time,
  climbs: z.int(),
  repliedAt: time.nullable(),
  endedAt: time.nullable(),
  state: z.enum(['waiting', 'late', 'answered', 'ended']),
  replies: z.array(
    z.object({
      by: named.nullable(),
      calls: z.string(),
      cause: z.string(),
      measure: z.string(),
      checkOn: z.string(),
      at: time,
    }),
  ),
  told: z.array(z.object({ name: named, step: z.enum(ladderSteps), at: time })),
  abilities: z.array(z.string()),
});
