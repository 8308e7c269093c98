import { z } from 'zod';

/** 64 KB of typed text is more than any form holds. */
export const maxDraftBytes = 64 * 1024;
export const draftKeptMs = 24 * 3_600_000;

export const draftInput = z.object({
  /** The id of the draft to go on with; without it, or when it is over, a new one is made. */
  id: z.string().max(64).optional(),
  form: z.string().regex(/^[a-z_.-]{1,40}$/),
  fields: z.record(z.string().max(80), z.union([z.string(), z.array(z.string()).max(100)])),
  photoIds: z.array(z.uuid()).max(20).default([]),
});
export type DraftInput = z.input<typeof draftInput>;
