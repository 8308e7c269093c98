import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OrderNumber } from '@/app/_order/order-number';
import { exactWhen } from '@/app/_resident/exact-when';
import { emergencyPhones, telHref } from '@/app/_resident/phones';
import { DangerNotice } from '@/app/_resident/report/danger';
import { followUp, receiptAloud } from '@/app/_resident/report/receipt';
import { readSecret, secretCookie, secretMinutes } from '@/app/_resident/report/secret-cookie';
import { siteOrigin } from '@/app/_resident/site-origin';
import { undoUntil } from '@/app/_resident/undo';
import { nameIn } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { PromiseBox } from '@/components/promise-box';
import { QrCode } from '@/components/qr-code';
import { ReadAloud } from '@/components/read-aloud';
import { pathText } from '@/lib/kernel/path-text';
import '@/app/_resident/resident.css';
import { shanghaiTime } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { readQueryCode } from '@/lib/kernel/ids';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { suggestItem } from '@/lib/taxonomy/queries/suggest-item';
import { currentContext } from '@/lib/transport/session';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('done'))('title'), robots: { index: false } };
}

/** Opened by the query code; of an anonymous order with the PIN that the browser still has of sending it, else at `/t`. */
async function orderOf(ctx: Context, code: string, pin: string | null): Promise<{ order: OrderDetail; own: Context }> {
  try {
    const own = { ...ctx, actor: await openByCode(ctx, { code, pin: pin ?? undefined }) };
    return { order: await getOrder(own, { code }), own };
  } catch (error) {
    if (isDomainError(error) && error.reason === 'order.pin_needed') redirect(`/t/${code}`);
    if (isDomainError(error) && error.code === 'not_found') notFound();
    throw error;
  }
}

/** R4: what was sent, its number and codes, until when it will be done, by whom, and what comes next. */
export default async function Done({ params, searchParams }: Props) {
  const code = readQueryCode(pathText((await params).code));
  if (!code) notFound();
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  // Staff who use this browser are not shown it: 3.1.4, the code is never told to staff again.
  const isStaff = ctx.actor.kind === 'person' && ctx.actor.sessionKind !== 'resident';
  const pin = isStaff ? null : readSecret((await cookies()).get(secretCookie)?.value, code);
  const { order, own } = await orderOf(ctx, code, pin);
  const isAgain = (await searchParams).again === '1';
  const when = (instant: string) => exactWhen(Date.parse(instant), locale);
  const follow = await followUp(own, order, locale);
  const emergencies = order.urgency === 'U1' ? (await suggestItem(ctx.db, order.words ?? '')).emergencies : [];
  const track = `/t/${code}`;
  const finish = when(order.promise.finishBy);
  const undo = undoUntil(order);
  return (
    <PhonePage
      back={{ href: '/', label: t('nav.home') }}
      returnTo={`/report/done/${code}`}
      actions={
        <LinkButton href={track} large>
          {t('done.track')}
        </LinkButton>
      }
    >
      <h1 className="who">
        <Icon name="circle-check" />
        {t('done.title')}
      </h1>
      {order.main && (
        <Notice kind="info">
          <b>{t('track.main.title')}</b> {t('track.main.text')}
        </Notice>
      )}
      {isAgain && <Notice kind="info">{t('done.again')}</Notice>}
      {emergencies.length > 0 && <DangerNotice phones={await emergencyPhones(ctx)} emergencies={emergencies} t={t} />}
      <section className="card stack-tight">
        <p className="quiet">{t('done.number')}</p>
        <p>
          <OrderNumber code={order.code} hero />
        </p>
        <PromiseBox>{t('done.promise', { when: finish })}</PromiseBox>
        <p>
          {follow.by
            ? t(follow.isGiven ? 'done.handler' : 'done.usual', { name: follow.by })
            : t('done.accept', { when: when(order.promise.acceptBy) })}
        </p>
        {follow.workers.map((worker) => (
          <div key={worker.name} className="who">
            <Icon name="grid-worker" />
            <p className="follow">
              <span>{t('done.worker', { name: worker.name })}</span>
              {worker.phone && (
                <a className="follow-tel" href={telHref(worker.phone)}>
                  <Icon name="phone" className="icon-text" />
                  {worker.phone}
                </a>
              )}
            </p>
          </div>
        ))}
        <ReadAloud
          text={receiptAloud(order.code, finish, follow, t)}
          lang={locale}
          icon={<Icon name="speaker" />}
          label={t('common.read.label')}
          stop={t('common.read.stop')}
        />
      </section>
      {undo !== null && (
        <Notice kind="wait">
          {t('undo.until', { time: shanghaiTime(undo) })}
          <span className="undo">
            <LinkButton href={`${track}/amend`} kind="outline">
              {t('undo.amend')}
            </LinkButton>
            <LinkButton href={`${track}/withdraw`} kind="outline">
              {t('undo.withdraw')}
            </LinkButton>
          </span>
        </Notice>
      )}
      <section className="card done-codes">
        <div className="stack-tight">
          <h2>{t('done.codes')}</h2>
          <p className="quiet">{t('done.query_code')}</p>
          <p className="done-code" translate="no">
            {code.slice(0, 5)} {code.slice(5)}
          </p>
          {pin && (
            <>
              <p className="quiet">{t('done.pin')}</p>
              <p className="done-code" translate="no">
                {pin.slice(0, 3)} {pin.slice(3)}
              </p>
              <p className="strong">{t('done.pin_once')}</p>
              <p className="small">{t('done.pin_minutes', { minutes: secretMinutes })}</p>
            </>
          )}
          <p className="small">{order.flags?.anonymous ? t('done.keep_anonymous') : t('done.keep')}</p>
        </div>
        <QrCode text={`${await siteOrigin()}${track}`} label={t('done.qr')} />
      </section>
      <section className="card stack-tight">
        <h2>{t('done.next')}</h2>
        <ol className="done-steps">
          {(['1', '2', '3', '4'] as const).map((step) => (
            <li key={step}>{t(`done.next_${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className="card stack-tight">
        <h2>{t('done.sent')}</h2>
        <Facts
          facts={[
            { name: t('done.words'), value: <span lang="zh-CN">{order.words}</span> },
            { name: t('done.place'), value: order.place && nameIn(locale, order.place) },
            {
              name: t('done.photos'),
              value: order.photos.length > 0 ? t('done.photo_count', { count: order.photos.length }) : '',
            },
          ]}
        />
      </section>
    </PhonePage>
  );
}
