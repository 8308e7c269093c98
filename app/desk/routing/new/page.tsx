import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadRouting } from '@/app/_desk/routing/load-routing';
import { RulePage } from '@/app/_desk/routing/rule-page';
import { addressOf, enterPage, refusePage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';

type Props = { searchParams: Promise<{ community?: string; form?: string; try?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('routing'))('new') };
}

/** A new rule, for who may edit. */
export default async function NewRule({ searchParams }: Props) {
  const at = '/desk/routing/new';
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), 'dispatch', 'manage_accounts');
  const [t, { locale }, page, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    loadRouting(ctx, at, query.community),
    readKept(ctx, at, query.form),
  ]);
  if (!page.list.mayEdit) return refusePage(ctx, at);
  return <RulePage {...{ ctx, page, kept, at, locale, t }} rule={null} tried={query.try} title={t('routing.new')} />;
}
