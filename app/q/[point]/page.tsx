import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { emergencyPhones } from '@/app/_resident/phones';
import { DangerNotice } from '@/app/_resident/report/danger';
import { placeName, placeOf } from '@/app/_resident/report/load-report';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { EntryCard } from '@/components/card';
import { EmptyState } from '@/components/empty-state';
import { pathText } from '@/lib/kernel/path-text';
import { findPoints } from '@/lib/places/queries/find-points';
import '@/app/_resident/resident.css';
import { currentContext } from '@/lib/transport/session';
import { SlipForm } from '../slip-form';

type Props = { params: Promise<{ point: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('slip.title') };
}

/** R16: where a slip on a wall leads. Says where one is, and the report then knows the place. */
export default async function Slip({ params }: Props) {
  const typed = pathText((await params).point);
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const place = await placeOf(ctx, { pointCode: typed });
  const several = place ? [] : await findPoints(ctx.db, typed);
  const pointCode = place?.pointCode ?? typed;
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo={`/q/${encodeURIComponent(pointCode)}`}>
      {several.length > 1 ? (
        <>
          <h1>{t('report.slip.several')}</h1>
          <p>{t('report.slip.several_words')}</p>
          <ul className="stack-tight">
            {several.map((one) => (
              <li key={one.code}>
                <LinkButton href={`/q/${one.code}`} kind="outline" wide>
                  {`${rowName(locale, one)} · ${one.code}`}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      ) : place ? (
        <>
          <h1>{placeName(locale, place)}</h1>
          <EntryCard title={t('report.slip.question')} words={t('report.slip.words')}>
            <LinkButton href={`/report?point=${encodeURIComponent(pointCode)}`} icon="camera" large wide>
              {t('home.report')}
            </LinkButton>
          </EntryCard>
          <LinkButton href={`/grid?point=${encodeURIComponent(pointCode)}`} icon="grid-worker" kind="outline" wide>
            {t('grid.of_slip')}
          </LinkButton>
          <DangerNotice phones={await emergencyPhones(ctx)} emergencies={[]} t={t} />
        </>
      ) : (
        <>
          <EmptyState as="h1" title={t('report.slip.unknown')} words={t('report.slip.unknown_words')} />
          <SlipForm typed={typed} t={t} />
        </>
      )}
    </PhonePage>
  );
}
