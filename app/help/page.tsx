import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { emergencyPhones, phoneOfPeople, telHref } from '@/app/_resident/phones';
import { CallList } from '@/app/_resident/prose/call-list';
import { ProseContents, type ProseSection, ProseSections } from '@/app/_resident/prose/prose-sections';
import { PhonePage } from '@/app/_shell/phone-page';
import { LinkButton } from '@/components/button';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';
import { limits } from '@/lib/orders/input';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { currentContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('title') };
}

/** R20: how to report, follow and rate, what the codes are, whom to call, what happens without network. */
export default async function Help() {
  const [t, ctx] = await Promise.all([getTranslations(), currentContext()]);
  const [phones, own, psych, hotline, supervision] = await Promise.all([
    emergencyPhones(ctx),
    phoneOfPeople(ctx),
    getSetting(ctx, 'phones.psych'),
    getSetting(ctx, 'phones.hotline'),
    getSetting(ctx, 'phones.supervision'),
  ]);
  const emergency: ProseSection = {
    key: 'emergency',
    lines: 1,
    more: (
      <CallList
        calls={[
          { label: t('report.danger.police'), phone: phones.police },
          { label: t('report.danger.fire'), phone: phones.fire },
          { label: t('report.danger.medical'), phone: phones.medical },
          { label: t('help.psych'), phone: psych },
        ]}
      />
    ),
  };
  // Whoever has read how it is done is one tap from doing it.
  const go = (href: string, label: string) => (
    <LinkButton href={href} kind="outline">
      {t(label)}
    </LinkButton>
  );
  const sections: ProseSection[] = [
    {
      key: 'report',
      lines: 5,
      as: 'steps',
      values: { photos: String(limits.requestPhotos) },
      more: go('/report', 'home.report'),
    },
    { key: 'follow', lines: 4, as: 'points', more: go('/t', 'nav.track') },
    { key: 'change', lines: 4, as: 'points' },
    { key: 'rate', lines: 4, as: 'points' },
    { key: 'codes', lines: 4, as: 'points', more: go('/q', 'report.slip.code') },
    { key: 'who', lines: 6, as: 'points', more: go('/grid', 'grid.title') },
    { key: 'offline', lines: 3, as: 'points' },
    {
      key: 'elsewhere',
      lines: 2,
      more: (
        <CallList
          calls={[
            { label: t('track.way.hotline'), phone: hotline },
            { label: t('grid.supervision_phone'), phone: supervision },
          ]}
        />
      ),
    },
  ];
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo="/help">
      <header className="stack-tight">
        <h1>{t('help.title')}</h1>
        <p>{t('help.intro')}</p>
      </header>
      {own && (
        <LinkButton href={telHref(own)} icon="phone" large wide>
          {t('home.call_number', { phone: own })}
        </LinkButton>
      )}
      <ProseSections of="help" sections={[emergency]} t={t} />
      <ProseContents of="help" sections={sections} t={t} />
      <ProseSections of="help" sections={sections} t={t} />
    </PhonePage>
  );
}
