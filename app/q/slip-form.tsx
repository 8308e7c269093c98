import type { Translate } from '@/app/_shell/translate';
import { Button, LinkButton } from '@/components/button';
import { TextField } from '@/components/text-fields';

/** For half a scan, a dead camera and a wrong code: the number on the slip by hand, or the report without it. */
export function SlipForm({ typed, t }: { typed: string; t: Translate }) {
  return (
    <>
      <form action="/q" className="stack">
        <TextField
          name="code"
          label={t('report.slip.code')}
          hint={t('report.slip.code_hint')}
          required
          maxLength={24}
          autoComplete="off"
          autoCapitalize="characters"
          defaultValue={typed}
        />
        <Button wide>{t('report.slip.find')}</Button>
      </form>
      <LinkButton href="/report" icon="camera" kind="outline" wide>
        {t('report.slip.without')}
      </LinkButton>
    </>
  );
}
