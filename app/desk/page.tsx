import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import { countByCell } from '@/lib/orders/queries/count-by-cell';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { listEmergencies } from '@/lib/orders/queries/list-emergencies';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { CellMap } from '../_desk/cell-map';
import { DeskPage } from '../_desk/desk-page';
import { deskHref, deskViews, listInput, readFilter } from '../_desk/desk-views';
import { firstView, workAreas } from '../_desk/own-work';
import { QueueFilter } from '../_desk/queue-filter';
import { QueueCounters, QueueViews } from '../_desk/queue-heads';
import { QueueList } from '../_desk/queue-list';
import { readCode } from '../_order/read-code';
import { addressOf, enterPage, orPage } from '../_shell/enter';
import { readPreferences } from '../_shell/read-preferences';

type Params = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') };
}

/** D1: the queue. Counters, views and cells are links that set the filter; the filter lives in the address. */
export default async function Desk({ searchParams }: { searchParams: Params }) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf('/desk', query), 'dispatch');
  const filter = readFilter(query, firstView(ctx.actor));
  const here = deskHref(filter);
  const away = typeof query.away === 'string' ? readCode(query.away) : null;
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const [counts, loads, list, emergencies, items, categories] = await Promise.all([
    countOrders(ctx),
    countByCell(ctx),
    orPage(ctx, '/desk', listOrders(ctx, listInput(filter))),
    filter.cursor ? [] : listEmergencies(ctx, { area: filter.cell }),
    listItems(ctx.db),
    listCategories(ctx.db),
  ]);
  const next = await listOrders(ctx, { status: deskViews.open.status, limit: 1 });
  const areas = workAreas(ctx.actor);
  const cells = (await Promise.all(areas.map((communityCode) => listCells(ctx, { communityCode })))).flat();
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={here}>
      {away && <Notice kind="done">{t('desk.done_away.to_street', { code: away })}</Notice>}
      <QueueCounters counts={counts} filter={filter} t={t} />
      <div className="queue">
        <section className="queue-list" aria-label={t('desk.list.label')}>
          <div className="pane-tools stack-tight">
            <h1 className="away">{t('desk.title')}</h1>
            <QueueViews filter={filter} t={t} />
            <QueueFilter {...{ filter, cells, items, categories, locale, t }} />
          </div>
          <QueueList {...{ list, emergencies, filter, now: ctx.now(), locale, t }} nextDueAt={next.items[0]?.dueAt} />
        </section>
        <aside className="queue-map" aria-label={t('desk.map.label')}>
          <CellMap
            {...{ cells, loads, locale, t }}
            current={filter.cell}
            hrefOf={(cell) => deskHref({ view: 'open', cell })}
          />
        </aside>
      </div>
    </DeskPage>
  );
}
