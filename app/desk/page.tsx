import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { lookMs } from '@/lib/desk/input';
import { listViews } from '@/lib/desk/queries/list-views';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { countByCell } from '@/lib/orders/queries/count-by-cell';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { listEmergencies } from '@/lib/orders/queries/list-emergencies';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { undoableDispatch } from '@/lib/orders/queries/undoable-dispatch';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { CellMap } from '../_desk/cell-map';
import { DeskPage } from '../_desk/desk-page';
import { deskHref, deskViews, listInput, readFilter } from '../_desk/desk-views';
import { DeskKeys } from '../_desk/keys/desk-keys';
import { keyTexts } from '../_desk/keys/key-texts';
import { LiveList } from '../_desk/live/live-list';
import { LivePane } from '../_desk/live/live-pane';
import { liveScope, liveTexts, liveTextsOfPane } from '../_desk/live/live-texts';
import { readDone } from '../_desk/order/done-keys';
import { loadOrderPage, type OrderPageData } from '../_desk/order/load-order';
import { OrderPane } from '../_desk/order-pane';
import { firstView, workAreas } from '../_desk/own-work';
import { choosePane, paneField } from '../_desk/pane-return';
import { QueueFilter } from '../_desk/queue-filter';
import { QueueCounters, QueueViews } from '../_desk/queue-heads';
import { QueueList } from '../_desk/queue-list';
import { SendKey } from '../_desk/send-key';
import { UndoForm } from '../_desk/undo/undo-form';
import { SaveView } from '../_desk/views/save-view';
import { readCode } from '../_order/read-code';
import { addressOf, enterPage, orPage, type StaffContext } from '../_shell/enter';
import { readKept } from '../_shell/kept';
import { readPreferences } from '../_shell/read-preferences';

type Params = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') };
}

/** An order for the pane; null where the address names one that this person does not see. */
async function loadPane(ctx: StaffContext, code: string | undefined): Promise<OrderPageData | null> {
  if (!code) return null;
  return loadOrderPage(ctx, code).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
}

/**
 * D1: the queue beside its map and, on a wide screen, the selected order. Counters, views, cells and rows are links; the
 * filter and the selection live in the address. Where there is no room for the pane a row leads to the order's own page.
 */
export default async function Desk({ searchParams }: { searchParams: Params }) {
  const query = await searchParams;
  // Made before anything is read: what comes later than this id is news to the page.
  const after = newId();
  const ctx = await enterPage(addressOf('/desk', query), 'dispatch');
  const filter = readFilter(query, firstView(ctx.actor));
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const [counts, loads, list, emergencies, items, categories, calendar, own] = await Promise.all([
    countOrders(ctx),
    countByCell(ctx),
    orPage(ctx, '/desk', listOrders(ctx, listInput(filter))),
    filter.cursor ? [] : listEmergencies(ctx, { area: filter.cell }),
    listItems(ctx.db),
    listCategories(ctx.db),
    loadWorkingCalendar(ctx.db),
    listViews(ctx),
  ]);
  const soonest = await listOrders(ctx, { status: deskViews.open.status, limit: 1 });
  const areas = workAreas(ctx.actor);
  const cells = (await Promise.all(areas.map((communityCode) => listCells(ctx, { communityCode })))).flat();
  const asked = choosePane(list.items, emergencies, filter.o);
  const first = choosePane(list.items, emergencies, undefined);
  const data = (await loadPane(ctx, asked.code)) ?? (await loadPane(ctx, first.code));
  const code = data?.order.code;
  const { next } = choosePane(list.items, emergencies, code);
  const kept = code ? await readKept(ctx, `/desk/o/${code}`, query.form) : null;
  const here = deskHref({ ...filter, o: code });
  const now = ctx.now();
  const away = typeof query.away === 'string' ? readCode(query.away) : null;
  const done = readDone(query.done);
  const of = typeof query.of === 'string' ? readCode(query.of) : null;
  const undoable = of && (done === 'assign' || done === 'offer') ? await undoableDispatch(ctx, { code: of }) : null;
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={deskHref(filter)}>
      {away && <Notice kind="done">{t('desk.done_away.to_street', { code: away })}</Notice>}
      {done && of && (
        <Notice kind="done">
          <a href={`/desk/o/${of}`}>{of}</a> <span>{t(`desk.done.${done}`)}</span>
          {undoable && <UndoForm code={of} version={undoable.version} from={paneField({ filter, next: of })} t={t} />}
        </Notice>
      )}
      {query.done === 'view' && <Notice kind="done">{t('desk.own_views.done.save')}</Notice>}
      <SendKey />
      <QueueCounters counts={counts} filter={filter} t={t} />
      <div className="queue">
        <section className="queue-list" aria-label={t('desk.list.label')}>
          <div className="pane-tools stack-tight">
            <h1 className="away">{t('desk.title')}</h1>
            <QueueViews {...{ counts, filter, own, locale, t }}>
              <QueueFilter {...{ filter, cells, items, categories, locale, t }} />
              <SaveView {...{ filter, t }} own={own.length} refused={await readKept(ctx, '/desk', query.form)} />
              <DeskKeys texts={keyTexts(t)} />
            </QueueViews>
          </div>
          <LiveList {...{ after, here }} scope={liveScope(filter)} texts={liveTexts(t)} />
          <QueueList
            {...{ list, emergencies, filter, now, locale, t }}
            selected={code}
            nextDueAt={soonest.items[0]?.dueAt}
          />
        </section>
        <aside className="queue-map" aria-label={t('desk.map.label')}>
          <CellMap
            {...{ cells, loads, locale, t }}
            current={filter.cell}
            marked={data?.order.cell}
            hrefOf={(cell) => deskHref({ view: 'open', cell })}
          />
        </aside>
        <section className="queue-pane" aria-label={t('desk.pane.label')}>
          {data && (
            <LivePane
              code={data.order.code}
              version={data.order.version}
              seen={data.order.timeline.at(-1)?.seq ?? 0}
              everyMs={lookMs.again}
              here={here}
              texts={liveTextsOfPane(t)}
            />
          )}
          <OrderPane
            {...{ data, kept, now, calendar, locale, t }}
            by={ctx.actor.personId}
            from={paneField({ filter, next })}
          />
        </section>
      </div>
    </DeskPage>
  );
}
