import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { entries, entryArea } from '../_desk/new/proxy-channels';
import { enterPage, orPage } from '../_shell/enter';
import { nameIn } from '../_shell/names';
import { readPreferences } from '../_shell/read-preferences';
import { OrderFields } from '../_work/order-fields';
import { cursorIn, pagerOf } from '../_work/pager';
import { SidePage } from '../_work/side-page';
import { signAction } from '../_work/task-actions';
import { TaskCard } from '../_work/task-card';
import { TaskList } from '../_work/task-list';
import type { Query } from '../_work/task-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('to_sign') };
}

/** H1: what was assigned to this person or their unit and waits to be signed for, the nearest due time first. */
export default async function ToSign({ searchParams }: { searchParams: Query }) {
  const ctx = await enterPage('/handle', 'handle');
  const cursor = cursorIn(await searchParams);
  const [t, { locale }, list] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, '/handle', listOrders(ctx, { view: 'to_sign', limit: 50, cursor })),
  ]);
  const now = ctx.now();
  return (
    <SidePage side="handle" ctx={ctx} tab="/handle" title={t('nav.to_sign')} returnTo="/handle">
      {entryArea(ctx.actor, entries.patrol) !== null && (
        <p className="btn-row">
          {[entries.patrol, entries.told].map(({ name, path }) => (
            <LinkButton key={name} href={path} kind="outline" icon={name === 'patrol' ? 'camera' : 'users'}>
              {t(`proxy.entry.${name}`)}
            </LinkButton>
          ))}
        </p>
      )}
      {list.items.length === 0 ? (
        <EmptyState
          title={t('handle.empty')}
          words={t('handle.empty_words')}
          action={<LinkButton href="/handle/tasks">{t('nav.handling')}</LinkButton>}
        />
      ) : (
        <>
          <p className="quiet">{t('handle.rule')}</p>
          <TaskList heading={t('work.list', { count: list.items.length })}>
            {list.items.map((order) => (
              <TaskCard key={order.code} href={`/handle/o/${order.code}`} {...{ order, now, locale, t }}>
                {order.abilities?.includes('sign') && (
                  <form action={signAction}>
                    <Button
                      icon="check"
                      aria-label={t('work.sign.send_item', { item: nameIn(locale, order.itemName) })}
                    >
                      {t('work.sign.send')}
                    </Button>
                    <OrderFields order={order} side="handle" />
                  </form>
                )}
              </TaskCard>
            ))}
          </TaskList>
        </>
      )}
      <CursorPager {...pagerOf(t, '/handle', cursor, list.nextCursor)} />
    </SidePage>
  );
}
