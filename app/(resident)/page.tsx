import { getTranslations } from 'next-intl/server';
import { LockedOrders } from '@/app/_resident/locked-orders';
import { loadMyOrders } from '@/app/_resident/my-orders';
import { OrderCards } from '@/app/_resident/order-cards';
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

/** R1: one big entry, what I sent last, and the ways onward. In elder modes four big things and nothing else. */
export default async function Home() {
  const [t, { locale, mode }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const isElder = mode !== 'standard';
  const [communities, phone, { orders, locked }] = await Promise.all([
    listCommunities(ctx),
    phoneOfPeople(ctx),
    isElder ? { orders: [], locked: [] } : loadMyOrders(ctx, 3),
  ]);
  const only = communities.length === 1 ? communities[0] : undefined;
  const place = only && [only.street, only].flatMap((area) => (area ? rowName(locale, area) : [])).join(' · ');
  const isSignedIn = ctx.actor.kind === 'person';
  const tiles: Tile[] = isElder
    ? [
        { href: '/mine', icon: 'notebook', label: t('home.mine_elder') },
        { href: '/t', icon: 'search', label: t('nav.track') },
      ]
    : [
        { href: '/t', icon: 'search', label: t('nav.track') },
        { href: '/grid', icon: 'grid-worker', label: t('grid.title') },
        { href: '/cases', icon: 'seal-check', label: t('cases.title') },
        { href: '/help', icon: 'help', label: t('help.title') },
        isSignedIn
          ? { href: '/me', icon: 'user', label: t('nav.me') }
          : { href: '/login', icon: 'log-in', label: t('home.staff') },
        ...(phone ? [{ href: telHref(phone), icon: 'phone', label: t('home.call') } as const] : []),
      ];
  return (
    <PhonePage
      masthead={{ place: place ?? t('home.place'), title: t('common.product'), over: true }}
      tabs={residentTabs(t, '/')}
      returnTo="/"
    >
      <EntryCard title={t('home.question')} words={t('home.promise')} over>
        <LinkButton href="/report" icon="camera" large wide>
          {t('home.report')}
        </LinkButton>
        {isElder && phone && (
          <LinkButton href={telHref(phone)} icon="phone" kind="outline" large wide>
            {t('home.call')}
          </LinkButton>
        )}
      </EntryCard>
      {!isElder && (
        <section className="section">
          <h2>{t('nav.mine')}</h2>
          {orders.length > 0 && <OrderCards orders={orders} now={ctx.now()} locale={locale} t={t} />}
          <LockedOrders hrefs={locked} t={t} />
          {orders.length + locked.length === 0 && <p className="quiet">{t('home.none')}</p>}
        </section>
      )}
      {isElder ? (
        <Tiles tiles={tiles} />
      ) : (
        <section className="section">
          <h2>{t('home.more')}</h2>
          <Tiles tiles={tiles} />
        </section>
      )}
    </PhonePage>
  );
}
