import { z } from 'zod';

/** What forms mirror as `maxlength`, and what these schemas check. */
export const viewLimits = { name: 20, perPerson: 12 } as const;

/** What of the queue's address a view keeps, and how long each may be. */
const kept = { view: 30, cell: 40, item: 4, status: 30, q: 60, sort: 10 } as const;
export type ViewFilter = Partial<Record<keyof typeof kept, string>>;

const part = (longest: number) => z.string().trim().max(longest).optional();
const name = z.string().trim().min(1, 'input.required').max(viewLimits.name);

/** A filter without what is empty. */
const filter = z
  .object({
    view: part(kept.view),
    cell: part(kept.cell),
    item: part(kept.item),
    status: part(kept.status),
    q: part(kept.q),
    sort: part(kept.sort),
  })
  .transform((said): ViewFilter => Object.fromEntries(Object.entries(said).filter(([, value]) => value)));

export const saveViewInput = z.object({ name, filter });
export const renameViewInput = z.object({ id: z.string().max(40), name });
export const deleteViewInput = z.object({ id: z.string().max(40) });

/** A tab says every `again` that it still has the order open; `over` after the last time nobody looks any more. */
export const lookMs = { again: 15_000, over: 40_000 } as const;

export const lookInput = z.object({
  code: z.string().trim().max(40),
  tab: z.string().regex(/^[\w-]{8,40}$/),
});
