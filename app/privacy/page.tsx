import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phoneOfPeople, telHref } from '@/app/_resident/phones';
import { residentCookies, staffCookies } from '@/app/_resident/prose/cookie-list';
import { ProseContents, type ProseSection, ProseSections } from '@/app/_resident/prose/prose-sections';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Translate } from '@/app/_shell/translate';
import { LinkButton } from '@/components/button';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { currentContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') };
}

function Cookies({ cookies, t }: { cookies: readonly { name: string; says: string }[]; t: Translate }) {
  return (
    <dl className="cookies">
      {cookies.map(({ name, says }) => (
        <div key={name}>
          <dt translate="no">{name}</dt>
          <dd>{t(`privacy.cookie.${says}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** R20: what is stored, who sees it, how long, and how to have it corrected or deleted. True for this program. */
export default async function Privacy() {
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const [communities, phone] = await Promise.all([listCommunities(ctx), phoneOfPeople(ctx)]);
  const owner = communities.length === 1 && communities[0] ? rowName(locale, communities[0]) : t('privacy.owner');
  const sections: ProseSection[] = [
    { key: 'who', lines: 2, values: { owner } },
    { key: 'what', lines: 8, as: 'points' },
    { key: 'not', lines: 4, as: 'points' },
    { key: 'sees', lines: 9, as: 'points' },
    { key: 'public', lines: 2 },
    { key: 'kept', lines: 7, as: 'points' },
    {
      key: 'rights',
      lines: 4,
      as: 'points',
      more: phone && (
        <LinkButton href={telHref(phone)} icon="phone" kind="outline" wide>
          {t('track.call', { phone })}
        </LinkButton>
      ),
    },
    { key: 'special', lines: 2, as: 'points' },
    { key: 'law', lines: 1 },
    { key: 'cookies', lines: 1, more: <Cookies cookies={residentCookies} t={t} /> },
    { key: 'browser', lines: 6, as: 'points' },
    { key: 'staff', lines: 1, more: <Cookies cookies={staffCookies} t={t} /> },
  ];
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo="/privacy">
      <header className="stack-tight">
        <h1>{t('privacy.title')}</h1>
        <p>{t('privacy.intro')}</p>
        <p className="quiet small">{t('privacy.version')}</p>
      </header>
      <ProseContents of="privacy" sections={sections} t={t} />
      <ProseSections of="privacy" sections={sections} t={t} />
    </PhonePage>
  );
}
