import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { bulkAction } from '@/app/_desk/bulk/actions';
import { chosenOf } from '@/app/_desk/bulk/chosen';
import { proposalNames } from '@/app/_desk/bulk/proposal-names';
import { DeskPage } from '@/app/_desk/desk-page';
import { enterPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button, LinkButton } from '@/components/button';
import { Notice } from '@/components/notice';
import { SelectField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = '/desk/bulk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.bulk'))('title') };
}

/** What is to be dispatched at once, to whom each would go, and one button with the number on it. */
export default async function BulkDispatch({ searchParams }: Props) {
  const query = await searchParams;
  const codes = chosenOf(query.o);
  const address = `${path}?${new URLSearchParams(codes.map((code) => ['o', code]))}`;
  const ctx = await enterPage(address, 'dispatch');
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, path, query.form),
  ]);
  const { open, closed, recipients } = await proposalNames(ctx, codes, locale, t);
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={address}>
      <div className="desk-body stack">
        <h1>{t('desk.bulk.confirm', { count: open.length })}</h1>
        {kept && (
          <div id="errors">
            <Notice kind="bad">{kept.message}</Notice>
          </div>
        )}
        {closed.length > 0 && (
          <Notice kind="wait">{t('desk.bulk.left_out', { codes: new Intl.ListFormat(locale).format(closed) })}</Notice>
        )}
        {open.length === 0 ? (
          <Notice kind="info">{t('desk.bulk.nothing')}</Notice>
        ) : (
          <form action={bulkAction} className="stack">
            <input type="hidden" name="id" value={newId()} />
            <ul className="card bulk-lines">
              {open.map(({ code, version, words, to }) => (
                <li key={code} className="bulk-line">
                  <input type="hidden" name="o" value={code} />
                  <input type="hidden" name={`version-${code}`} value={version} />
                  <span>
                    {code} · <span lang={wordsLang(locale)}>{words}</span>
                  </span>
                  <span className="quiet">{to ?? t('desk.bulk.no_proposal')}</span>
                </li>
              ))}
            </ul>
            <SelectField
              name="handler"
              label={t('desk.bulk.to')}
              hint={t('desk.bulk.to_hint')}
              empty={t('desk.bulk.to_own')}
              defaultValue={String(kept?.values.handler ?? '')}
              options={recipients}
            />
            <p className="btn-row">
              <Button icon="user-plus" data-send>
                {t('desk.bulk.send', { count: open.length })}
              </Button>
              <LinkButton kind="plain" href="/desk">
                {t('desk.bulk.back')}
              </LinkButton>
            </p>
          </form>
        )}
      </div>
    </DeskPage>
  );
}
