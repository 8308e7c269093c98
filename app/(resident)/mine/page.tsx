import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LockedOrders } from '@/app/_resident/locked-orders';
import { loadMyOrders, type MyOrder } from '@/app/_resident/my-orders';
import { OrderCards } from '@/app/_resident/order-cards';
import { ReportOutbox } from '@/app/_resident/outbox/report-outbox';
import { residentTabs } from '@/app/_resident/tabs';
import { VoteCards } from '@/app/_resident/vote-cards';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import '@/app/_resident/resident.css';
import { votesWaiting } from '@/lib/deliberation/queries/votes-waiting';
import { isOpen } from '@/lib/orders/status';
import { currentContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('mine') };
}

/** R9: what was sent from this device, and for who is signed in, everything they sent. */
export default async function Mine() {
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const [{ orders, locked }, votes] = await Promise.all([loadMyOrders(ctx), votesWaiting(ctx)]);
  const groups: { title: string; orders: MyOrder[] }[] = [
    { title: t('mine.open'), orders: orders.filter(({ order }) => isOpen(order.status)) },
    { title: t('mine.over'), orders: orders.filter(({ order }) => !isOpen(order.status)) },
  ];
  return (
    <PhonePage
      masthead={{ place: t('common.product'), title: t('nav.mine') }}
      tabs={residentTabs(t, '/mine')}
      returnTo="/mine"
    >
      <ReportOutbox t={t} />
      <VoteCards {...{ votes, locale, t }} now={ctx.now()} />
      {orders.length + locked.length === 0 && (
        <EmptyState
          title={t('mine.none')}
          words={t('mine.none_words')}
          action={
            <LinkButton href="/report" icon="camera">
              {t('home.report')}
            </LinkButton>
          }
        />
      )}
      {groups.map(
        (group) =>
          group.orders.length > 0 && (
            <section key={group.title} className="section">
              <h2>{group.title}</h2>
              <OrderCards orders={group.orders} now={ctx.now()} locale={locale} t={t} />
            </section>
          ),
      )}
      {locked.length > 0 && (
        <section className="section">
          <h2>{t('mine.locked_title')}</h2>
          <LockedOrders hrefs={locked} t={t} />
        </section>
      )}
      <section className="section">
        <p className="quiet small">{t('mine.device')}</p>
        <p>
          <LinkButton href="/t" icon="search" kind="outline" wide>
            {t('mine.by_number')}
          </LinkButton>
        </p>
      </section>
    </PhonePage>
  );
}
