import { cookies } from 'next/headers';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { type Draft, loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import { secureSite } from '@/lib/transport/session-cookie';
import { discardUploads } from '@/lib/uploads/commands/discard-uploads';

/** The form of drafts of reports. */
export const draftForm = 'report';

/**
 * The id of the draft that was cleared in this browser: it opens no page, and can be brought back. It ends with the browser,
 * because whoever opens the next one may be somebody else; the draft itself ends after ten minutes.
 */
const clearedCookie = 'report_cleared';

const options = () => ({ path: '/report', httpOnly: true, sameSite: 'lax', secure: secureSite() }) as const;

export async function setCleared(id: string | null): Promise<void> {
  (await cookies()).set(clearedCookie, id ?? '', id ? options() : { ...options(), maxAge: 0 });
}

/** The draft that this browser has cleared, while it can be brought back. */
export async function readCleared(ctx: Context): Promise<(Draft & { id: string }) | null> {
  const id = (await cookies()).get(clearedCookie)?.value;
  const draft = id ? await loadDraft(ctx, { id, form: draftForm }) : null;
  return id && draft ? { id, ...draft } : null;
}

/**
 * Deletes what was cleared, with its photos: because somebody says so, or because another report was begun or sent since.
 * `shown`: photos that the other report has too, of a page that was gone back to.
 */
export async function eraseCleared(ctx: Context, shown: readonly string[] = []): Promise<void> {
  const id = (await cookies()).get(clearedCookie)?.value;
  if (!id) return;
  const { photoIds } = await deleteDraft(ctx, { id });
  await setCleared(null);
  await discardUploads(
    ctx,
    photoIds.filter((photo) => !shown.includes(photo)),
  );
}
