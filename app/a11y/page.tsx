import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phoneOfPeople, telHref } from '@/app/_resident/phones';
import { type ProseSection, ProseSections } from '@/app/_resident/prose/prose-sections';
import { PhonePage } from '@/app/_shell/phone-page';
import { LinkButton } from '@/components/button';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';
import { currentContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('a11y'))('title') };
}

const sections: ProseSection[] = [
  { key: 'goal', lines: 2 },
  { key: 'done', lines: 8, as: 'points' },
  { key: 'gaps', lines: 6, as: 'points' },
  { key: 'checked', lines: 2 },
];

/** R20: what these pages promise to people who see, hear, move or read differently, and what they do not do yet. */
export default async function Accessibility() {
  const [t, ctx] = await Promise.all([getTranslations(), currentContext()]);
  const phone = await phoneOfPeople(ctx);
  const contact: ProseSection = {
    key: 'contact',
    lines: 1,
    more: phone && (
      <LinkButton href={telHref(phone)} icon="phone" kind="outline" wide>
        {t('track.call', { phone })}
      </LinkButton>
    ),
  };
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo="/a11y">
      <header className="stack-tight">
        <h1>{t('a11y.title')}</h1>
        <p>{t('a11y.intro')}</p>
      </header>
      <p>
        <LinkButton href="/settings/display" icon="text-size" kind="outline" wide>
          {t('display.title')}
        </LinkButton>
      </p>
      <ProseSections of="a11y" sections={[...sections, contact]} t={t} />
    </PhonePage>
  );
}
