import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { listOrders, type OrderListItem } from '@/lib/orders/queries/list-orders';
import { enterPage, orPage } from '../_shell/enter';
import { readPreferences } from '../_shell/read-preferences';
import { DoneNotice } from './done-notice';
import { cursorIn, pagerOf } from './pager';
import { SidePage } from './side-page';
import { orderPath, sides, type TaskSide } from './sides';
import { TaskCard } from './task-card';
import { TaskList } from './task-list';
import type { Query } from './task-page';

/** What somebody holds: in hand first, then what waits for the verifier, then what was finished lately. */
export async function OwnTasks({ side, searchParams }: { side: TaskSide; searchParams: Query }) {
  const { list: here, listLabel, base, ability } = sides[side];
  const ctx = await enterPage(here, ability);
  const query = await searchParams;
  const cursor = cursorIn(query);
  const [t, { locale }, mine, done] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, here, listOrders(ctx, { view: 'mine', limit: 50, cursor })),
    cursor
      ? { items: [] as OrderListItem[] }
      : listOrders(ctx, { status: 'awaiting_rating,closed', assignee: ctx.actor.personId, limit: 10 }),
  ]);
  const now = ctx.now();
  const groups = [
    { key: 'in_hand', orders: mine.items.filter((order) => order.status === 'in_progress') },
    { key: 'suspended', orders: mine.items.filter((order) => order.status === 'suspended') },
    { key: 'handed_in', orders: mine.items.filter((order) => order.status === 'awaiting_verification') },
    { key: 'finished', orders: done.items },
  ].filter(({ orders }) => orders.length > 0);
  return (
    <SidePage side={side} ctx={ctx} tab={here} title={t(listLabel)} returnTo={here}>
      <DoneNotice done={query.done} t={t} />
      {!groups.some(({ key }) => key === 'in_hand') && !cursor && (
        <EmptyState
          title={t(`work.tasks.empty_${side}`)}
          words={t('work.tasks.empty_words')}
          action={<LinkButton href={base}>{t(`work.tasks.empty_action_${side}`)}</LinkButton>}
        />
      )}
      {groups.map(({ key, orders }) => (
        <section key={key} className="section">
          <h2>{t(`work.tasks.${key}`, { count: orders.length })}</h2>
          <TaskList>
            {orders.map((order) => (
              <TaskCard key={order.code} href={orderPath(side, order.code)} {...{ order, now, locale, t }} />
            ))}
          </TaskList>
        </section>
      ))}
      <CursorPager {...pagerOf(t, here, cursor, mine.nextCursor)} />
    </SidePage>
  );
}
