import { getTranslations } from 'next-intl/server';
import { ElderEntry } from '@/app/_resident/elder-entry';
import { LockedOrders } from '@/app/_resident/locked-orders';
import { loadMyOrders } from '@/app/_resident/my-orders';
import { OrderCards } from '@/app/_resident/order-cards';
import { ReportOutbox } from '@/app/_resident/outbox/report-outbox';
import { phoneOfPeople, telHref } from '@/app/_resident/phones';
import { residentTabs } from '@/app/_resident/tabs';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { EntryCard } from '@/components/card';
import { type Tile, Tiles } from '@/components/tiles';
import '@/app/_resident/resident.css';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { currentContext } from '@/lib/transport/session';

/** R1: one big entry, what I sent last, and the ways onward. In elder modes four big things, and below them what I sent. */
export default async function Home() {
  const [t, { locale, mode }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const isElder = mode !== 'standard';
  const [communities, phone, mine] = await Promise.all([
    listCommunities(ctx),
    phoneOfPeople(ctx),
    loadMyOrders(ctx, isElder ? 1 : 3),
  ]);
  const orders = mine.orders.slice(0, isElder ? 1 : 3);
  const only = communities.length === 1 ? communities[0] : undefined;
  const place = only && [only.street, only].flatMap((area) => (area ? rowName(locale, area) : [])).join(' · ');
  const isSignedIn = ctx.actor.kind === 'person';
  const tiles: Tile[] = [
    { href: '/t', icon: 'search', label: t('nav.track') },
    { href: '/grid', icon: 'grid-worker', label: t('grid.title') },
    { href: '/board', icon: 'megaphone', label: t('nav.board') },
    { href: '/cases', icon: 'seal-check', label: t('cases.title') },
    { href: '/help', icon: 'help', label: t('help.title') },
    isSignedIn
      ? { href: '/me', icon: 'user', label: t('nav.me') }
      : { href: '/login', icon: 'log-in', label: t('me.sign_in') },
    ...(phone ? [{ href: telHref(phone), icon: 'phone', label: t('home.call') } as const] : []),
  ];
  const cards = <OrderCards orders={orders} now={ctx.now()} locale={locale} t={t} />;
  return (
    <PhonePage
      masthead={{ place: place ?? t('home.place'), title: t('common.product'), over: true }}
      tabs={residentTabs(t, '/')}
      returnTo="/"
    >
      {isElder ? (
        <ElderEntry orders={orders} phone={phone} locale={locale} t={t} />
      ) : (
        <EntryCard title={t('home.question')} words={t('home.promise')} over>
          <LinkButton href="/report" icon="camera" large wide>
            {t('home.report')}
          </LinkButton>
        </EntryCard>
      )}
      <ReportOutbox t={t} />
      {isElder && orders.length > 0 && (
        <section className="section">
          <h2>{t('home.last')}</h2>
          {cards}
        </section>
      )}
      {!isElder && (
        <>
          <section className="section">
            <h2>{t('nav.mine')}</h2>
            {orders.length > 0 && cards}
            <LockedOrders hrefs={mine.locked} t={t} />
            {orders.length + mine.locked.length === 0 && <p className="quiet">{t('home.none')}</p>}
          </section>
          <section className="section">
            <h2>{t('home.more')}</h2>
            <Tiles tiles={tiles} />
          </section>
        </>
      )}
    </PhonePage>
  );
}
