import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { TextField } from '@/components/text-fields';
import type { Reader } from './viewer';

/** Where an order is looked up. Wrong, unknown and not yours are told in the same words, and what was typed stays. */
export function LookupPage({
  reader: { t },
  typed,
  error,
}: {
  reader: Reader;
  typed: { code: string; secret: string };
  error: string | null;
}) {
  return (
    <Card className="stack">
      <h1>{t('lookup.title')}</h1>
      <p className="quiet">{t('lookup.words')}</p>
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
          maxLength={6}
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
