import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { TextField } from '@/components/text-fields';
import type { Context } from '@/lib/kernel/context';
import { trackAnswer } from './answers';
import { trackFrame } from './frame';
import type { Reader } from './viewer';

interface Lookup {
  typed: { code: string; secret: string };
  error?: string;
  /** The field whose shape is wrong, so that nothing was looked up; without it the error is of what was looked for. */
  errorAt?: 'code' | 'secret';
  /** Why this page is shown in place of the order. */
  note?: string;
}

/** Where an order is looked up. Wrong, unknown and not yours are told in the same words, and what was typed stays. */
function LookupPage({ t, typed, error, errorAt, note }: Lookup & Pick<Reader, 't'>) {
  const title = errorAt ? t('common.error_summary', { count: 1 }) : t('lookup.failed');
  const errorOf = (field: 'code' | 'secret') => (errorAt === field ? error : undefined);
  return (
    <Card className="stack">
      <h1>{t('lookup.title')}</h1>
      <p className="quiet">{t('lookup.words')}</p>
      {note && <Notice kind="wait">{note}</Notice>}
      <ErrorSummary title={title} errors={error ? [{ field: errorAt ?? 'code', message: error }] : []} />
      <form method="post" action="/t/open" noValidate className="stack">
        <TextField
          name="code"
          label={t('lookup.code')}
          hint={t('lookup.code_hint')}
          defaultValue={typed.code}
          error={errorOf('code')}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextField
          name="secret"
          label={t('lookup.secret')}
          note={t('lookup.secret_note')}
          hint={t('lookup.secret_hint')}
          defaultValue={typed.secret}
          error={errorOf('secret')}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button large wide icon="search">
          {t('lookup.submit')}
        </Button>
      </form>
    </Card>
  );
}

/** The look-up as a whole answer. */
export async function lookupAnswer(
  ctx: Context,
  reader: Reader,
  lookup: Lookup,
  answer: { nonce: string | null; status?: number; retryAfterSeconds?: number },
): Promise<Response> {
  const { t } = reader;
  const body = await trackFrame(ctx, reader, {
    back: { href: '/', label: t('nav.home') },
    returnTo: '/t',
    children: <LookupPage t={t} {...lookup} />,
  });
  return trackAnswer(reader, { title: t('lookup.title'), body, ...answer });
}

/** Where the query code of an anonymous order is asked for its PIN; nothing of the order is shown before (3.1.4). */
function PinPage({ t, code, error, note }: { code: string; error?: string; note?: string } & Pick<Reader, 't'>) {
  return (
    <Card className="stack">
      <h1>{t('lookup.pin_title')}</h1>
      <p className="quiet">{t('lookup.pin_words')}</p>
      {note && <Notice kind="wait">{note}</Notice>}
      <ErrorSummary title={t('lookup.pin_failed')} errors={error ? [{ field: 'secret', message: error }] : []} />
      <form method="post" action="/t/open" noValidate className="stack">
        <input type="hidden" name="code" value={code} />
        <TextField
          name="secret"
          label={t('lookup.pin')}
          hint={t('lookup.pin_hint')}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <Button large wide icon="lock">
          {t('lookup.pin_submit')}
        </Button>
      </form>
    </Card>
  );
}

/** Why a PIN is asked for: it was not given yet, was wrong, or was wrong too often. */
export const pinReasons: readonly string[] = ['order.pin_needed', 'order.pin_wrong', 'throttle.pin'];

/** The question for the PIN as a whole answer; `error` when one was given and did not open it. */
export async function pinAnswer(
  ctx: Context,
  reader: Reader,
  page: { code: string; error?: string; note?: string },
  answer: { nonce: string | null; status: number; retryAfterSeconds?: number },
): Promise<Response> {
  const { t } = reader;
  const body = await trackFrame(ctx, reader, {
    back: { href: '/t', label: t('lookup.title') },
    returnTo: `/t/${page.code}`,
    children: <PinPage t={t} {...page} />,
  });
  return trackAnswer(reader, { title: t('lookup.pin_title'), body, ...answer });
}
