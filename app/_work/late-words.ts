import { getTranslations } from 'next-intl/server';
import { waitedHeader } from '@/components/outbox/key-header';
import type { Context } from '@/lib/kernel/context';
import { formatWhen } from '../_order/when';
import { readPreferences } from '../_shell/read-preferences';
import type { PhotoFormName } from './photo-forms';

/** Shorter than this is a slow line, not a missing one. */
const lateSeconds = 120;
/** A phone that was switched off for longer says nothing that could be relied on. */
const mostSeconds = 7 * 24 * 3600;

/**
 * What was done without a network counts from when it arrives, by the clock of the server; this sentence tells both times,
 * the one of the doing reckoned back by how long it had waited in the phone. Null when it came at once.
 */
export async function lateWords(ctx: Context, request: Request, form: PhotoFormName): Promise<string | null> {
  const waited = Number(request.headers.get(waitedHeader));
  if (!(waited >= lateSeconds && waited <= mostSeconds)) return null;
  const [t, { locale }] = await Promise.all([getTranslations('work.late'), readPreferences()]);
  const now = ctx.now();
  return t(form, { made: formatWhen(now - waited * 1000, null, locale), sent: formatWhen(now, null, locale) });
}
