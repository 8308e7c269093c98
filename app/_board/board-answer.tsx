import type { ReactNode } from 'react';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { problemOf } from '@/lib/transport/problem';
import { trackAnswer } from '../_track/answers';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import type { PublicContext } from './board-kind';
import { documentCss } from './document-css';

interface Page {
  title: string;
  body: ReactNode;
  nonce: string | null;
  status?: number;
  retryAfterSeconds?: number;
  script?: string;
}

/** A page of the board as an answer: one request, whole without script. */
export const boardAnswer = (reader: Reader, page: Page): Promise<Response> =>
  trackAnswer(reader, { ...page, css: documentCss });

/** What could not be shown, in words, with the ways on; `ctx` null: without a database. */
export async function refusedBoard(
  ctx: PublicContext | null,
  reader: Reader,
  error: unknown,
  nonce: string | null,
): Promise<Response> {
  const { t, locale } = reader;
  const { status, detail } = problemOf(error, { locale, requestId: ctx?.requestId ?? newId() });
  const isUnknown = isDomainError(error) && error.code === 'not_found';
  const title = t(isUnknown ? 'board.unknown.title' : 'board.unknown.failed');
  const body = await trackFrame(status >= 500 ? null : ctx, reader, {
    back: { href: '/board', label: t('nav.board') },
    returnTo: '/board',
    children: (
      <EmptyState
        as="h1"
        title={title}
        words={isUnknown ? t('board.unknown.words') : detail}
        action={
          <div className="btn-row">
            <LinkButton href="/board">{t('nav.board')}</LinkButton>
            <LinkButton href="/cases" kind="outline">
              {t('cases.title')}
            </LinkButton>
            <LinkButton href="/" kind="outline">
              {t('error.home')}
            </LinkButton>
          </div>
        }
      />
    ),
  });
  const retryAfterSeconds = isDomainError(error) ? error.details.retryAfterSeconds : undefined;
  return boardAnswer(reader, { title, body, status, nonce, retryAfterSeconds });
}
