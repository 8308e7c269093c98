import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId, readQueryCode } from '@/lib/kernel/ids';
import { problemOf } from '@/lib/transport/problem';
import { trackAnswer } from './answers';
import { trackFrame } from './frame';
import { isNumber, readHandle } from './handle';
import { lookupAnswer, pinAnswer, pinReasons } from './lookup-page';
import type { Reader } from './viewer';

/**
 * What could not be shown, in words, with the way on. An address that opens nothing leads to the look-up with the code
 * filled in: a number needs phone or PIN, whether it exists or not; the query code of an anonymous order leads to the
 * question for its PIN. `ctx` null: without a database.
 */
export async function refusedAnswer(
  ctx: Context | null,
  reader: Reader,
  error: unknown,
  at: { handle: string; nonce: string | null; note?: string },
): Promise<Response> {
  const { t, locale } = reader;
  const { status, detail } = problemOf(error, { locale, requestId: ctx?.requestId ?? newId() });
  const retryAfterSeconds = isDomainError(error) ? error.details.retryAfterSeconds : undefined;
  const queryCode = readQueryCode(at.handle);
  if (ctx && queryCode && isDomainError(error) && pinReasons.includes(error.reason)) {
    const told = error.reason === 'order.pin_needed' ? undefined : detail;
    const page = { code: queryCode, error: told, note: at.note };
    return pinAnswer(ctx, reader, page, { nonce: at.nonce, status, retryAfterSeconds });
  }
  const isUnknown = isDomainError(error) && ['order.code_unknown', 'order.not_found'].includes(error.reason);
  if (ctx && (isUnknown || status === 429)) {
    const typed = { code: readHandle(at.handle).slice(0, 40), secret: '' };
    const words =
      isUnknown && isNumber(typed.code)
        ? { note: at.note ?? t('lookup.number_needs') }
        : { error: detail, note: at.note };
    return lookupAnswer(ctx, reader, { typed, ...words }, { nonce: at.nonce, status, retryAfterSeconds });
  }
  const body = await trackFrame(status >= 500 ? null : ctx, reader, {
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
  return trackAnswer(reader, { title: t('track.not_shown'), body, status, nonce: at.nonce, retryAfterSeconds });
}
