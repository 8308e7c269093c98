import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import type { Context } from '@/lib/kernel/context';
import { problemOf } from '@/lib/transport/problem';
import { trackAnswer } from './answers';
import { trackFrame } from './frame';
import type { Reader } from './viewer';

/** What could not be shown or done, in words, with the way on: the look-up and the telephone. */
export async function refusedAnswer(
  ctx: Context,
  reader: Reader,
  error: unknown,
  nonce: string | null,
): Promise<Response> {
  const { t, locale } = reader;
  const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
  const body = await trackFrame(ctx, reader, {
    back: { href: '/t', label: t('lookup.title') },
    returnTo: '/t',
    children: (
      <EmptyState
        as="h1"
        title={t('track.not_shown')}
        words={detail}
        action={<LinkButton href="/t">{t('lookup.title')}</LinkButton>}
      />
    ),
  });
  return trackAnswer(reader, { title: t('track.not_shown'), body, status, nonce });
}
