import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { OrderHead } from '@/app/_desk/order/order-head';
import { SendKey } from '@/app/_desk/send-key';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { NoticeRows } from '@/app/_supervision/notice-rows';
import { UrgeForm } from '@/app/_supervision/urge-form';
import { Columns } from '@/components/columns';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { pathText } from '@/lib/kernel/path-text';
import { getOrder } from '@/lib/orders/queries/get-order';
import { ownersOf } from '@/lib/orders/queries/owners-of';
import { replyDue } from '@/lib/orders/supervision';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision.urge'))('title') };
}

/** S3: one order as whoever oversees may see it, its 督办单, and the form that sends one. */
export default async function Urge({ params, searchParams }: Props) {
  const [{ code: part }, query] = await Promise.all([params, searchParams]);
  const code = pathText(part).toUpperCase();
  const at = `/oversight/urge/${encodeURIComponent(code)}`;
  const ctx = await enterPage(addressOf(at, query), 'oversee', 'dispatch');
  const [t, { locale }, order, kept, calendar] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, getOrder(ctx, { code })),
    readKept(ctx, at, query.form),
    loadWorkingCalendar(ctx.db),
  ]);
  const now = ctx.now();
  const may = order.abilities?.includes('supervise') ?? false;
  return (
    <DeskPage ctx={ctx} current="/oversight" returnTo={at}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/supervisions">
            {t('supervision.back')}
          </a>
        </p>
        {query.done === 'supervise' && <Notice kind="done">{t('supervision.urge.done')}</Notice>}
        <SendKey />
        <OrderHead {...{ order, now, calendar, locale, t }} />
        <Columns
          main={
            <>
              <section className="card stack">
                {order.words && <p lang={wordsLang(locale)}>{order.words}</p>}
                <Facts
                  facts={[
                    { name: t('desk.field.place'), value: order.place && nameIn(locale, order.place) },
                    { name: t('supervision.urge.handler'), value: order.handler && nameIn(locale, order.handler.name) },
                  ]}
                />
              </section>
              {order.supervisions.length > 0 && (
                <section className="card stack">
                  <h2>{t('supervision.section.title')}</h2>
                  <NoticeRows
                    items={order.supervisions}
                    label={t('supervision.section.title')}
                    {...{ now, locale, t }}
                  />
                </section>
              )}
            </>
          }
          side={
            <section className="card stack act">
              <h2>{t('supervision.urge.title')}</h2>
              {may ? (
                <UrgeForm
                  order={{ code: order.code, version: order.version }}
                  owners={await ownersOf(ctx, { code })}
                  replyBy={replyDue('yellow', order.urgency ?? 'U3', now, calendar)}
                  {...{ kept, locale, t }}
                />
              ) : (
                <p>{t('supervision.urge.over')}</p>
              )}
            </section>
          }
        />
      </div>
    </DeskPage>
  );
}
