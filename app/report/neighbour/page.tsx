import '@/app/_desk/desk.css';
import '@/app/_resident/resident.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldEntry } from '@/app/_desk/new/field-entry';
import { entries } from '@/app/_desk/new/proxy-channels';
import { addressOf } from '@/app/_shell/enter';
import { signedInContext } from '@/lib/transport/session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const entry = entries.neighbour;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proxy.entry'))('neighbour') };
}

/** What a neighbour asks a residents' representative to pass on, with consent (M13). Posts to `/desk/new/submit`. */
export default async function Neighbour({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await signedInContext(addressOf(entry.path, query));
  const t = await getTranslations('nav');
  return <FieldEntry {...{ ctx, entry, query }} back={{ href: '/me', label: t('me') }} />;
}
