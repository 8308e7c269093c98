import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PhonePage } from '@/app/_shell/phone-page';
import '@/app/_resident/resident.css';
import { SlipForm } from './slip-form';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('slip.title') };
}

/** Half an address of a slip, and where its number is typed by hand: leads to the slip's own page. */
export default async function SlipByHand({ searchParams }: Props) {
  const { code } = await searchParams;
  const typed = typeof code === 'string' ? code.trim() : '';
  if (typed) redirect(`/q/${encodeURIComponent(typed)}`);
  const t = await getTranslations();
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo="/q">
      <h1>{t('report.slip.several')}</h1>
      <SlipForm typed="" t={t} />
    </PhonePage>
  );
}
