import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { AskedNotice } from '@/app/_matters/asked-notice';
import { askedOrders } from '@/app/_matters/asked-orders';
import { OpenForm, openView } from '@/app/_matters/project/open-form';
import { listsFor, ownProjects, type ProjectView, projectViews } from '@/app/_matters/project/own-projects';
import { listPath } from '@/app/_matters/project/paths';
import { ProjectRows } from '@/app/_matters/project/project-rows';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { Views } from '@/components/views';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { getArea } from '@/lib/places/queries/get-area';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const views = Object.keys(projectViews) as ProjectView[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('project'))('kind') };
}

/** 为民办实事 of this desk, and for the secretary the form that lists another. */
export default async function Projects({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(listPath, query), 'dispatch');
  const view = views.find((one) => one === query.view) ?? 'open';
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, list, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, listPath, ownProjects(ctx, view, { cursor, limit: 30 })),
    readKept(ctx, listPath, query.form),
  ]);
  const communities = await Promise.all(listsFor(ctx.actor).map((code) => getArea(ctx, { code })));
  const form = openView(kept);
  const asked = await askedOrders(
    ctx,
    query.orders,
    communities.map(({ code }) => code),
  );
  const to = (more: Record<string, string>) => addressOf(listPath, { ...(view !== 'open' && { view }), ...more });
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={addressOf(listPath, query)}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/matters">
            {t('matters.back_hub')}
          </a>
        </p>
        <h1>{t('project.kind')}</h1>
        <p className="quiet">{t('project.desk.words')}</p>
        <SendKey />
        {communities.length > 0 && (
          <details id="open" className="card fold" open={form.refused || query.open === 'new'}>
            <summary>{t('project.desk.open.title')}</summary>
            <AskedNotice {...{ asked, t }} />
            <OpenForm
              {...{ communities, locale, t }}
              orders={asked.known}
              view={form}
              today={shanghaiDate(ctx.now())}
            />
          </details>
        )}
        <Views
          label={t('project.desk.views')}
          views={views.map((one) => ({
            href: one === 'open' ? listPath : `${listPath}?view=${one}`,
            label: t(`project.desk.view.${one}`),
            current: one === view,
          }))}
        />
        {list.items.length === 0 ? (
          <EmptyState title={t('project.desk.none')} />
        ) : (
          <ProjectRows items={list.items} {...{ locale, t }} label={t(`project.desk.view.${view}`)} />
        )}
        <CursorPager
          label={t('common.pager.label')}
          first={cursor ? { href: to({}), label: t('common.pager.first') } : undefined}
          next={list.nextCursor ? { href: to({ cursor: list.nextCursor }), label: t('common.pager.next') } : undefined}
        />
      </div>
    </DeskPage>
  );
}
