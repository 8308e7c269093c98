import { phoneOfPeople, telHref } from '@/app/_resident/phones';
import { rowName } from '@/app/_shell/names';
import type { Translate } from '@/app/_shell/translate';
import { trackFrame } from '@/app/_track/frame';
import type { Reader } from '@/app/_track/viewer';
import { LinkButton } from '@/components/button';
import type { Context } from '@/lib/kernel/context';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { residentCookies, staffCookies } from './cookie-list';
import { ProseContents, type ProseSection, ProseSections } from './prose-sections';

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
export async function privacyBody(ctx: Context, reader: Reader) {
  const { t, locale } = reader;
  const [communities, phone] = await Promise.all([listCommunities(ctx), phoneOfPeople(ctx)]);
  const owner = communities.length === 1 && communities[0] ? rowName(locale, communities[0]) : t('privacy.owner');
  const sections: ProseSection[] = [
    { key: 'who', lines: 2, values: { owner } },
    { key: 'what', lines: 9, as: 'points' },
    { key: 'not', lines: 4, as: 'points' },
    { key: 'sees', lines: 10, as: 'points' },
    { key: 'public', lines: 3 },
    { key: 'kept', lines: 8, as: 'points' },
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
  return trackFrame(ctx, reader, {
    back: { href: '/', label: t('nav.home') },
    returnTo: '/privacy',
    children: (
      <>
        <header className="stack-tight">
          <h1>{t('privacy.title')}</h1>
          <p>{t('privacy.intro')}</p>
          <p className="quiet small">{t('privacy.version')}</p>
        </header>
        <ProseContents of="privacy" sections={sections} t={t} />
        <ProseSections of="privacy" sections={sections} t={t} />
      </>
    ),
  });
}
