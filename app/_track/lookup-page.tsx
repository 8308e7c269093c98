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
  /** Why this page is shown in place of the order. */
  note?: string;
}

/** Where an order is looked up. Wrong, unknown and not yours are told in the same words, and what was typed stays. */
function LookupPage({ t, typed, error, note }: Lookup & Pick<Reader, 't'>) {
  return (
    <Card className="stack">
      <h1>{t('lookup.title')}</h1>
      <p className="quiet">{t('lookup.words')}</p>
      {note && <Notice kind="wait">{note}</Notice>}
      <ErrorSummary title={t('lookup.failed')} errors={error ? [{ field: 'code', message: error }] : []} />
      <form method="post" action="/t/open" className="stack">
        <TextField
          name="code"
          label={t('lookup.code')}
          hint={t('lookup.code_hint')}
          defaultValue={typed.code}
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
