import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { loadSheets } from '@/app/_desk/qr/load-sheets';
import { papers } from '@/app/_desk/qr/sheet-page';
import '@/app/_desk/qr/qr.css';
import { addressOf, enterPage, refusePage } from '@/app/_shell/enter';
import { nameIn, rowName } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { EmptyState } from '@/components/empty-state';
import { Notice } from '@/components/notice';
import { sheetAreas } from '@/lib/places/policy';
import { areaNames } from '@/lib/places/queries/area-names';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheets'))('title') };
}

/** Which QR sheets to print: whole quarters or single places, sent by GET to the sheets themselves. */
export default async function QrSheets({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf('/desk/qr', query), 'dispatch');
  if (sheetAreas(ctx.actor).length === 0) return refusePage(ctx, '/desk/qr');
  const [t, { locale }, groups] = await Promise.all([getTranslations(), readPreferences(), loadSheets(ctx)]);
  const names = await areaNames(
    ctx.db,
    groups.map(({ code }) => code),
  );
  const shown = groups.filter(({ points, without }) => points.length + without.length > 0);
  return (
    <DeskPage ctx={ctx} current="/desk/qr" returnTo="/desk/qr">
      <div className="qr-page stack">
        <header className="stack-tight">
          <h1>{t('sheets.title')}</h1>
          <p>{t('sheets.intro')}</p>
        </header>
        {query.none === 'yes' && <Notice kind="wait">{t('sheets.none')}</Notice>}
        {shown.length === 0 ? (
          <EmptyState title={t('sheets.empty')} words={t('sheets.empty_words')} />
        ) : (
          <form method="get" action="/desk/qr/print" className="stack">
            {shown.map(({ code, community, points, without }) => {
              const name = names.get(code);
              return (
                <fieldset key={code} className="card stack-tight">
                  <legend className="away">{name ? nameIn(locale, name) : rowName(locale, community)}</legend>
                  <label className="qr-whole">
                    <input type="checkbox" name="g" value={code} disabled={points.length === 0} />
                    <span>
                      <b>{name ? nameIn(locale, name) : rowName(locale, community)}</b>{' '}
                      <span className="quiet">{t('sheets.whole', { count: points.length })}</span>
                    </span>
                  </label>
                  <ul className="qr-points">
                    {points.map((point) => (
                      <li key={point.code}>
                        <label>
                          <input type="checkbox" name="p" value={point.code} />
                          <span>
                            {rowName(locale, point)} <span className="quiet small">{point.code}</span>
                          </span>
                        </label>
                      </li>
                    ))}
                  </ul>
                  {without.length > 0 && (
                    <p className="quiet small">
                      {t('sheets.without', {
                        count: without.length,
                        names: without
                          .slice(0, 6)
                          .map((building) => rowName(locale, building))
                          .join(t('me.role_and'))
                          .concat(without.length > 6 ? '…' : ''),
                      })}
                    </p>
                  )}
                </fieldset>
              );
            })}
            <RadioCards
              name="paper"
              label={t('sheets.paper.label')}
              row
              choices={papers.map((value) => ({ value, label: t(`sheets.paper.${value}`) }))}
              value="a6"
            />
            <Button icon="printer">{t('sheets.make')}</Button>
          </form>
        )}
      </div>
    </DeskPage>
  );
}
