import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { AskedNotice } from '@/app/_matters/asked-notice';
import { askedOrders } from '@/app/_matters/asked-orders';
import { CaseRows } from '@/app/_matters/deliberation/case-rows';
import { OpenForm, openView } from '@/app/_matters/deliberation/open-form';
import { type CaseView, caseViews, opensFor, ownCases } from '@/app/_matters/deliberation/own-cases';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { Views } from '@/components/views';
import { nextPack } from '@/lib/deliberation/queries/next-pack';
import { getArea } from '@/lib/places/queries/get-area';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const at = '/desk/deliberations';
const views = Object.keys(caseViews) as CaseView[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deliberation'))('kind') };
}

/** The cases of this desk, and for the secretary the form that opens one. */
export default async function Deliberations({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), 'dispatch');
  const view = views.find((one) => one === query.view) ?? 'open';
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, list, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, ownCases(ctx, view, { cursor, limit: 30 })),
    readKept(ctx, at, query.form),
  ]);
  const communities = await Promise.all(opensFor(ctx.actor).map((code) => getArea(ctx, { code })));
  const packs = await Promise.all(
    communities.map(({ code, legalForm }) => nextPack(ctx.db, code, legalForm ?? 'resident')),
  );
  const form = openView(kept);
  const asked = await askedOrders(
    ctx,
    query.orders,
    communities.map(({ code }) => code),
  );
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={addressOf(at, { ...query, view })}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/matters">
            {t('matters.back_hub')}
          </a>
        </p>
        <h1>{t('deliberation.kind')}</h1>
        <SendKey />
        {communities.length > 0 && (
          <details id="open" className="card fold" open={form.refused || query.open === 'new'}>
            <summary>{t('matters.open.title')}</summary>
            <AskedNotice {...{ asked, t }} />
            <OpenForm {...{ communities, packs, locale, t }} orders={asked.known} view={form} />
          </details>
        )}
        <Views
          label={t('matters.views')}
          views={views.map((one) => ({
            href: one === 'open' ? at : `${at}?view=${one}`,
            label: t(`matters.view.${one}`),
            current: one === view,
          }))}
        />
        {list.items.length === 0 ? (
          <EmptyState title={t(view === 'open' ? 'matters.none_open' : 'matters.none_ended')} />
        ) : (
          <CaseRows items={list.items} {...{ locale, t }} now={ctx.now()} label={t(`matters.view.${view}`)} />
        )}
        <CursorPager
          label={t('common.pager.label')}
          first={cursor ? { href: addressOf(at, { view }), label: t('common.pager.first') } : undefined}
          next={
            list.nextCursor
              ? { href: addressOf(at, { view, cursor: list.nextCursor }), label: t('common.pager.next') }
              : undefined
          }
        />
      </div>
    </DeskPage>
  );
}
