import type { ReactNode } from 'react';
import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { TextArea } from '@/components/text-fields';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { collectOpinion } from '@/lib/rounds/commands/collect-opinion';
import { limits } from '@/lib/rounds/input';
import { getRound, type RoundDetail } from '@/lib/rounds/queries/get-round';
import { guardOrigin } from '@/lib/transport/http';
import { reworded } from '@/lib/transport/issues';
import { problemOf } from '@/lib/transport/problem';
import { readPostedForm } from '../_resident/form-body';
import { nameIn, wordsLang } from '../_shell/names';
import { seeOther } from '../_track/answers';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import { boardAnswer, refusedBoard } from './board-answer';
import type { PublicContext } from './board-kind';
import { kindAt } from './page-answer';
import { publicContext } from './public-context';
import { rounds } from './round-kind';
import { roundTime } from './round-state';

// Words only: a file is thrown away as it comes.
const bodyLimits = { fileBytes: 0, files: 0, totalBytes: 4 * 1024 * 1024 };

interface Asked {
  part: string;
  nonce: string | null;
}

/** The code of a round. @throws not_found of any other kind of case */
function roundAt(part: string): string {
  const { kind, code } = kindAt(part);
  if (kind !== rounds) throw new DomainError('not_found', 'round.not_found');
  return code;
}

interface Typed {
  words: string;
  clientId: string;
  error?: string;
}

function OpinionForm({ shown, typed, reader: { t } }: { shown: RoundDetail; typed: Typed; reader: Reader }) {
  return (
    <form
      method="post"
      action={`/board/${shown.code}/opinion`}
      className="stack"
      data-keep={`${shown.code} opinion`}
      data-own={shown.counts.find(({ way }) => way === 'web')?.entries ?? 0}
    >
      <input type="hidden" name="clientId" value={typed.clientId} />
      <ErrorSummary
        title={t('common.error_summary', { count: 1 })}
        errors={typed.error ? [{ field: 'words', message: typed.error }] : []}
      />
      <TextArea
        name="words"
        label={t('rounds.form.words')}
        hint={t('rounds.form.hint', { count: limits.entry })}
        rows={5}
        required
        defaultValue={typed.words}
        error={typed.error}
      />
      <Notice>{t('rounds.form.promise')}</Notice>
      <Button large wide>
        {t('rounds.form.send')}
      </Button>
    </form>
  );
}

/** What was typed for a round that takes nothing now: why, and the words, so that they are not lost. */
function Shut({ shown, typed, reader }: { shown: RoundDetail; typed: Typed; reader: Reader }) {
  const { t } = reader;
  return (
    <>
      <Notice kind="wait">{typed.error ?? roundTime(shown, reader)}</Notice>
      {typed.words && (
        <>
          <p className="strong">{t('rounds.form.kept')}</p>
          <p className="say">{typed.words}</p>
        </>
      )}
    </>
  );
}

async function pageOf(
  ctx: PublicContext,
  reader: Reader,
  page: Asked & { status?: number; retryAfterSeconds?: number; said?: boolean; typed: Typed },
): Promise<Response> {
  const { t, locale } = reader;
  const code = roundAt(page.part);
  const shown = await getRound(ctx, { code });
  const isOpen = shown.phase === 'collecting';
  const content: ReactNode = page.said ? (
    <Notice kind="done">{t('rounds.form.taken')}</Notice>
  ) : isOpen ? (
    <OpinionForm shown={shown} typed={page.typed} reader={reader} />
  ) : (
    <Shut shown={shown} typed={page.typed} reader={reader} />
  );
  const english = locale === 'en' && shown.question.en !== shown.question.zh;
  const body = await trackFrame(ctx, reader, {
    back: { href: `/board/${code}`, label: t('rounds.back') },
    returnTo: `/board/${code}/opinion`,
    children: (
      <Card className="stack">
        <h1 lang={english ? undefined : wordsLang(locale)}>{nameIn(locale, shown.question)}</h1>
        {isOpen && !page.said && <p className="quiet">{roundTime(shown, reader)}</p>}
        {content}
        {(page.said || !isOpen) && (
          <LinkButton kind="outline" wide href={`/board/${code}`}>
            {t('rounds.back')}
          </LinkButton>
        )}
      </Card>
    ),
  });
  const script = isOpen ? '/keep-typed.js' : undefined;
  const { nonce, status, retryAfterSeconds } = page;
  return boardAnswer(reader, { title: t('rounds.say'), body, nonce, status, retryAfterSeconds, script });
}

/** `GET /board/CODE/opinion`: the form; `?said=1` after it was taken. */
export async function opinionForm(reader: Reader, asked: Asked & { said: boolean }): Promise<Response> {
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    return await pageOf(ctx, reader, { ...asked, typed: { words: '', clientId: newId() } });
  } catch (error) {
    return refusedBoard(ctx, reader, error, asked.nonce);
  }
}

/**
 * `POST /board/CODE/opinion`: takes what somebody thinks, once for a form that is sent twice, and says so under an address of
 * its own (303). On a refusal the words come back.
 */
export async function takeOpinion(request: Request, reader: Reader, asked: Asked): Promise<Response> {
  let ctx: PublicContext | null = null;
  const typed: Typed = { words: '', clientId: newId() };
  try {
    guardOrigin(request);
    const form = await readPostedForm(request, bodyLimits);
    const text = (name: string) => (typeof form.fields[name] === 'string' ? form.fields[name] : '');
    typed.words = text('words');
    typed.clientId = text('clientId') || typed.clientId;
    ctx = await publicContext();
    const code = roundAt(asked.part);
    await collectOpinion(ctx, { code, clientId: typed.clientId, words: typed.words });
    return seeOther(`/board/${code}/opinion?said=1`);
  } catch (error) {
    if (!ctx || !isDomainError(error) || error.code === 'not_found') {
      return refusedBoard(ctx, reader, error, asked.nonce);
    }
    const { status, detail } = problemOf(error, { locale: reader.locale, requestId: ctx.requestId });
    const [issue] = reworded(error.details.issues ?? [], reader.locale);
    if (error.reason === 'request.key_reused') typed.clientId = newId();
    const { retryAfterSeconds } = error.details;
    return pageOf(ctx, reader, {
      ...asked,
      status,
      retryAfterSeconds,
      typed: { ...typed, error: issue?.message ?? detail },
    });
  }
}
