import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GridCard } from '@/app/_resident/grid/grid-card';
import { GridMap } from '@/app/_resident/grid/grid-map';
import { loadGrid } from '@/app/_resident/grid/load-grid';
import { phoneOfPeople, telHref } from '@/app/_resident/phones';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button, LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { SelectField } from '@/components/text-fields';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { currentContext } from '@/lib/transport/session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grid'))('title') };
}

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 40 ? value : undefined;

/** R14: choose a building, or come by the slip on the wall, and see who is in charge and how to call them. */
export default async function Grid({ searchParams }: Props) {
  const query = await searchParams;
  const asked = { area: text(query.area), point: text(query.point), community: text(query.community) };
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const [data, community, supervision, hotline, own] = await Promise.all([
    loadGrid(ctx, asked, locale, t),
    getSetting(ctx, 'phones.community'),
    getSetting(ctx, 'phones.supervision'),
    getSetting(ctx, 'phones.hotline'),
    phoneOfPeople(ctx),
  ]);
  const here = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])));
  // Of another place only the hotline knows; what hangs or lies here the community's own people know.
  const phone = data.missing === 'outside' ? (hotline ?? own) : (own ?? hotline);
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo={here.size > 0 ? `/grid?${here}` : '/grid'}>
      <h1>{t('grid.title')}</h1>
      {data.communities.length > 1 && (
        <nav aria-label={t('grid.which_community')} className="community-links">
          <ul className="btn-row">
            {data.communities.map((one) => (
              <li key={one.code}>
                <a
                  href={`/grid?community=${one.code}`}
                  aria-current={one.code === data.community?.code ? 'true' : undefined}
                >
                  {rowName(locale, one)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {data.missing && (
        <div className="card">
          <EmptyState
            as="h2"
            title={t(data.missing === 'outside' ? 'grid.outside' : `grid.missing.${data.missing}`)}
            words={t(data.missing === 'outside' ? 'grid.outside_words' : `grid.missing.${data.missing}_words`)}
            action={
              phone && (
                <LinkButton href={telHref(phone)} icon="phone">
                  {t('track.call', { phone })}
                </LinkButton>
              )
            }
          />
        </div>
      )}
      {data.card && <GridCard card={data.card} phones={{ community, supervision }} locale={locale} t={t} />}
      {data.community && (
        <form method="get" action="/grid" className="stack-tight">
          <SelectField
            name="area"
            label={data.card ? t('grid.another') : t('grid.where')}
            hint={data.card ? undefined : t('grid.where_hint')}
            empty={t('report.place.choose')}
            options={data.options}
            defaultValue={data.chosen}
            required
          />
          <Button kind={data.card ? 'outline' : 'primary'} icon="search" wide>
            {t('grid.show')}
          </Button>
        </form>
      )}
      {data.cells.length > 0 && (
        <section className="section">
          <h2>{t('grid.map')}</h2>
          <GridMap cells={data.cells} current={data.card?.cell.code} locale={locale} t={t} />
        </section>
      )}
    </PhonePage>
  );
}
