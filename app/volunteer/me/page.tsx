import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatMonth } from '@/app/_order/when';
import { enterPage } from '@/app/_shell/enter';
import { nameIn } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { SidePage } from '@/app/_work/side-page';
import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { EmptyState } from '@/components/empty-state';
import { dayCapHours, hoursOf, orderCapHours } from '@/lib/volunteers/hours';
import { listService } from '@/lib/volunteers/queries/list-service';

const here = '/volunteer/me';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('service') };
}

/** V6: hours of service by month, each with the orders that they come of. */
export default async function Service() {
  const ctx = await enterPage(here, 'volunteer');
  const [t, { locale }, service] = await Promise.all([getTranslations(), readPreferences(), listService(ctx)]);
  return (
    <SidePage side="volunteer" ctx={ctx} tab={here} title={t('nav.service')} returnTo={here}>
      {service.months.length === 0 ? (
        <EmptyState
          title={t('volunteer.service.empty')}
          words={t('volunteer.service.empty_words')}
          action={<LinkButton href="/volunteer">{t('nav.pool')}</LinkButton>}
        />
      ) : (
        <Card>
          <p className="quiet">{t('volunteer.service.total')}</p>
          <p className="service-sum">{t('volunteer.service.hours', { hours: hoursOf(service.minutes) })}</p>
        </Card>
      )}
      {service.months.map(({ month, minutes, orders }) => (
        <section key={month} className="section">
          <h2>{t('volunteer.service.month', { month: formatMonth(month, locale), hours: hoursOf(minutes) })}</h2>
          <ul className="card service-list">
            {orders.map((order) => (
              <li key={order.code}>
                <span>
                  {nameIn(locale, order.itemName)}
                  <span className="quiet small service-code">{order.code}</span>
                </span>
                <span className="strong">{t('common.duration.minutes', { minutes: order.minutes })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="quiet small">{t('volunteer.service.rule', { order: orderCapHours, day: dayCapHours })}</p>
    </SidePage>
  );
}
