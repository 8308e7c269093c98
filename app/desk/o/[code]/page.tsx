import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { MergedWith } from '@/app/_desk/merge/merged-with';
import { SimilarPanel } from '@/app/_desk/merge/similar-panel';
import { revealAction } from '@/app/_desk/order/actions';
import { chargeNote } from '@/app/_desk/order/charge-note';
import { readDone } from '@/app/_desk/order/done-keys';
import { EarlierOrders } from '@/app/_desk/order/earlier-orders';
import { KeptNotice } from '@/app/_desk/order/kept-notice';
import { loadOrderPage } from '@/app/_desk/order/load-order';
import { OrderActions } from '@/app/_desk/order/order-actions';
import { OrderClock } from '@/app/_desk/order/order-clock';
import { OrderHead, runningClock } from '@/app/_desk/order/order-head';
import { OrderHistory } from '@/app/_desk/order/order-history';
import { OrderRequest } from '@/app/_desk/order/order-request';
import { OrderResult } from '@/app/_desk/order/order-result';
import { OrderRouting } from '@/app/_desk/order/order-routing';
import { revealControls } from '@/app/_desk/order/reveal-form';
import { readRevealed } from '@/app/_desk/order/revealed';
import { WhistleCard } from '@/app/_desk/order/whistle-card';
import { SendKey } from '@/app/_desk/send-key';
import { SplitParts, splitControls } from '@/app/_desk/split/split-parts';
import { OrderLetters } from '@/app/_letters/order-letters';
import { OrderMatters } from '@/app/_matters/order-matters';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { formView } from '@/app/_shell/form-values';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { OrderNotices } from '@/app/_supervision/order-notices';
import { LinkButton } from '@/components/button';
import { Notice } from '@/components/notice';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { pathText } from '@/lib/kernel/path-text';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pathText((await params).code) };
}

/** D2: one order, with all that this person may see of it and may do with it. */
export default async function DeskOrder({ params, searchParams }: Props) {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/o/${code}`;
  const query = await searchParams;
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  const [t, { locale }, data, kept, revealed, calendar] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, loadOrderPage(ctx, code)),
    readKept(ctx, path, query.form),
    readRevealed(ctx.actor.personId),
    loadWorkingCalendar(ctx.db),
  ]);
  const { order } = data;
  const now = ctx.now();
  const done = readDone(query.done);
  const charge = await chargeNote(ctx, order, { now, locale, t });
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={path}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk">
            {t('desk.back')}
          </a>
        </p>
        {done && <Notice kind="done">{t(`desk.done.${done}`)}</Notice>}
        <SendKey />
        <KeptNotice {...{ kept, order, now, locale, t }} />
        <OrderHead {...{ order, now, calendar, locale, t }} />
        {charge && <Notice kind="wait">{charge}</Notice>}
        {/* On a phone the act stands beneath what was asked: one press away. */}
        <p className="order-jump">
          <LinkButton href="#act" kind="outline" icon="chevron-down">
            {t('desk.next.title')}
          </LinkButton>
        </p>
        <div className="order-page">
          <div className="order-asked">
            <OrderRequest
              {...{ data, revealed, now, locale, t }}
              reveal={revealAction}
              view={formView('reveal', kept, revealControls)}
            />
          </div>
          <div className="order-acts stack" id="act">
            <OrderActions
              {...{ data, kept, revealed, now, locale, t }}
              by={ctx.actor.personId}
              running={runningClock(order, now, calendar)}
            />
            <EarlierOrders items={data.earlier} {...{ now, locale, t }} />
            <SimilarPanel code={order.code} items={data.similar} {...{ now, locale, t }} />
            <MergedWith
              {...{ order, t }}
              on={{ code: order.code, version: order.version, seen: order.timeline.at(-1)?.seq ?? 0 }}
              view={formView('unmerge', kept, { code: 'act' })}
            />
            <WhistleCard
              {...{ order, kept, now, locale, t }}
              callable={data.callable}
              on={{ code: order.code, version: order.version, seen: order.timeline.at(-1)?.seq ?? 0 }}
            />
            <OrderNotices {...{ order, now, locale, t }} />
            <SplitParts
              {...{ order, now, locale, t }}
              on={{ code: order.code, version: order.version, seen: order.timeline.at(-1)?.seq ?? 0 }}
              view={formView('split', kept, splitControls)}
            />
            <OrderMatters {...{ ctx, order, locale, t }} />
            <OrderLetters {...{ ctx, order, now, locale, t }} />
          </div>
          <div className="order-rest stack">
            <OrderRouting {...{ data, now, locale, t }} />
            <OrderClock {...{ order, now, calendar, locale, t }} />
            <OrderResult {...{ order, now, locale, t }} />
            <OrderHistory {...{ order, now, locale, t }} />
          </div>
        </div>
      </div>
    </DeskPage>
  );
}
