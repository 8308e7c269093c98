import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { loadRouting } from '@/app/_desk/routing/load-routing';
import { RuleRow } from '@/app/_desk/routing/rule-row';
import { addressOf, enterPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Notice } from '@/components/notice';
import { Views } from '@/components/views';

type Props = { searchParams: Promise<{ community?: string; done?: string; form?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('routing') };
}

/** 派单规则: in the order in which they are asked, each with its state; edited by secretary and administrator. */
export default async function Routing({ searchParams }: Props) {
  const path = '/desk/routing';
  const query = await searchParams;
  const ctx = await enterPage(addressOf(path, query), 'dispatch', 'manage_accounts');
  const [t, { locale }, page, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    loadRouting(ctx, path, query.community),
    readKept(ctx, path, query.form),
  ]);
  const { list } = page;
  const done = ['rule', 'move', 'switch'].find((name) => name === query.done);
  return (
    <DeskPage ctx={ctx} current={path} returnTo={path}>
      <div className="desk-body stack">
        {page.communities.length > 1 && (
          <Views
            label={t('routing.communities')}
            views={page.communities.map(({ code, name }) => ({
              href: `${path}?community=${code}`,
              label: nameIn(locale, name),
              current: code === list.community,
            }))}
          />
        )}
        <h1>{t('nav.routing')}</h1>
        <p className="quiet">{t('routing.about')}</p>
        {done && <Notice kind="done">{t(`routing.done.${done}`)}</Notice>}
        {kept && (
          <div id="errors">
            <Notice kind="bad">{kept.message}</Notice>
          </div>
        )}
        {list.broken > 0 && <Notice kind="bad">{t('routing.list.broken_count', { count: list.broken })}</Notice>}
        <p>
          {list.mayEdit ? (
            <LinkButton href={`${path}/new?community=${list.community}`}>{t('routing.new')}</LinkButton>
          ) : (
            t('routing.read_only')
          )}
        </p>
        {list.items.length === 0 ? (
          <EmptyState title={t('routing.none')} />
        ) : (
          <ol className="card">
            {list.items.map((rule, i) => (
              <RuleRow key={rule.id} {...{ rule, page, locale, t }} place={i + 1} />
            ))}
          </ol>
        )}
      </div>
    </DeskPage>
  );
}
