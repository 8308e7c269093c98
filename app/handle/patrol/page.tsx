import '@/app/_desk/desk.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldEntry } from '@/app/_desk/new/field-entry';
import { entries } from '@/app/_desk/new/proxy-channels';
import { addressOf, enterPage } from '@/app/_shell/enter';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const entry = entries.patrol;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proxy.entry'))('patrol') };
}

/** What a grid worker has seen on patrol: their own report (M13). Posts to `/desk/new/submit`. */
export default async function Patrol({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(entry.path, query), 'handle');
  const t = await getTranslations('nav');
  return <FieldEntry {...{ ctx, entry, query }} back={{ href: '/handle', label: t('to_sign') }} />;
}
