import { z } from 'zod';
import { storableText } from '@/lib/kernel/text';

/** 64 KB of typed text is more than any form holds. */
export const maxDraftBytes = 64 * 1024;
export const draftKeptMs = 24 * 3_600_000;
/** After its form was cleared. */
export const clearedKeptMs = 10 * 60_000;

type Fields = Record<string, string | string[]>;

/** The size in bytes of fields as a draft stores them. */
export const draftBytes = (fields: Fields): number => Buffer.byteLength(JSON.stringify(fields));

/** Of `fields` what `room` bytes hold, the shortest first, so that one that no person typed takes no other with it. */
export function fittingFields(fields: Fields, room: number): Fields {
  const bySize = Object.entries(fields)
    .map(([name, value]) => ({ name, value, bytes: draftBytes({ [name]: value }) }))
    .sort((a, b) => a.bytes - b.bytes);
  let left = room;
  const fit = new Set<string>();
  for (const { name, bytes } of bySize) {
    left -= bytes;
    if (left < 0) break;
    fit.add(name);
  }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => fit.has(name)));
}

/** What was typed is kept also where it was refused for a character that cannot be stored: without that character. */
const typed = z.string().transform(storableText);

export const draftInput = z.object({
  /** The id of the draft to go on with; without it, or when it is over, a new one is made. */
  id: z.string().max(64).optional(),
  form: z.string().regex(/^[a-z_.-]{1,40}$/),
  fields: z.record(z.string().max(80), z.union([typed, z.array(typed).max(100)])),
  photoIds: z.array(z.uuid()).max(20).default([]),
});
export type DraftInput = z.input<typeof draftInput>;
