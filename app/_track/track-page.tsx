import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { PhotoStrip } from '@/components/photo-strip';
import { SealMark } from '@/components/seal';
import { OrderNumber } from '../_order/order-number';
import { OrderTimeline } from '../_order/order-timeline';
import { OrderPromise } from '../_order/promise';
import { StateChip } from '../_order/state-chip';
import { formatWhen } from '../_order/when';
import { nextSteps, storyOf } from './story';
import type { Reader, Viewer } from './viewer';

const isWorking = (status: string) =>
  ['submitted', 'offered', 'assigned', 'in_progress', 'suspended', 'awaiting_verification'].includes(status);

/** One order as its requester sees it: number, state, promise, story, result. */
export function TrackPage({ viewer, reader, now, done, phone }: TrackProps) {
  const { order, handle } = viewer;
  const { t, locale } = reader;
  const say = (zhEn: { zh: string; en: string } | undefined) => (zhEn ? (locale === 'en' ? zhEn.en : zhEn.zh) : '');
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  return (
    <>
      {done && <Notice kind="done">{done}</Notice>}
      {viewer.staffBrowser && <Notice>{t('reason.order.staff_browser')}</Notice>}
      <Card className="stack">
        <div>
          <p className="quiet small">{t('track.number')}</p>
          <h1>
            <OrderNumber code={order.code} hero />
          </h1>
        </div>
        <CardHead
          title={say(order.itemName)}
          aside={<StateChip state={stateOf(order)} audience="resident" t={t} />}
          meta={say(order.place)}
        />
        <PromiseOf viewer={viewer} reader={reader} now={now} />
        <WhyThisTime viewer={viewer} reader={reader} />
      </Card>
      <Result viewer={viewer} reader={reader} when={when} />
      <Declined viewer={viewer} reader={reader} phone={phone} />
      <Card className="stack">
        <h2>{t('track.story')}</h2>
        <Story viewer={viewer} reader={reader} now={now} />
      </Card>
      <Card className="stack">
        <h2>{t('track.said')}</h2>
        <p className="words" lang="zh">
          {order.words}
        </p>
        <PhotoStrip photos={photosOf(viewer, reader, (kind) => kind === 'requester')} />
        {order.handler && (
          <Facts
            facts={[
              { name: t('track.handler'), value: say(order.handler.name) },
              {
                name: t('track.handler_phone'),
                value: order.handler.phone ? <a href={`tel:${order.handler.phone}`}>{order.handler.phone}</a> : null,
              },
            ]}
          />
        )}
      </Card>
      <MoreActions viewer={viewer} reader={reader} handle={handle} />
    </>
  );
}

export interface TrackProps {
  viewer: Viewer;
  reader: Reader;
  now: number;
  done: string | null;
  phone: string;
}

type Part = { viewer: Viewer; reader: Reader };

const stateOf = (order: Viewer['order']) => ({
  status: order.status,
  level: order.level ?? 'community',
  comeback: order.comeback ?? 'none',
  reworkCount: order.counts?.rework ?? 0,
  reopenCount: order.counts?.reopen ?? 0,
  closing: order.closing,
});

function PromiseOf({ viewer: { order }, reader: { t, locale }, now }: Part & { now: number }) {
  if (order.status === 'need_info' && order.clock.needInfoUntil) {
    const until = formatWhen(Date.parse(order.clock.needInfoUntil), now, locale);
    return <Notice kind="wait">{t('track.answer_until', { when: until })}</Notice>;
  }
  if (!isWorking(order.status)) return null;
  const dueAt = Date.parse(order.clock.finishBy ?? order.promise.finishBy);
  const startedAt = Date.parse(order.submittedAt ?? order.promise.acceptBy);
  return <OrderPromise clock={{ startedAt, dueAt, now }} locale={locale} t={t} />;
}

function WhyThisTime({ viewer: { order }, reader: { t } }: Part) {
  const clock =
    order.clock.all.findLast((one) => one.kind === 'finish') ?? order.clock.all.find((one) => one.kind === 'promise');
  if (!clock || !isWorking(order.status)) return null;
  return (
    <details className="fold">
      <summary>{t('track.why')}</summary>
      <ol className="why">
        {clock.why.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished calculation, in their order
          <li key={i}>{t(line.key, line.params)}</li>
        ))}
      </ol>
    </details>
  );
}

function photosOf({ order, handle }: Viewer, { t }: Reader, wanted: (kind: string) => boolean) {
  const photos = order.photos.filter((photo) => wanted(photo.kind));
  return photos.map((photo, i) => ({
    src: `/t/${handle}/photo/${photo.id}?size=thumb`,
    href: `/t/${handle}/photo/${photo.id}`,
    alt: t(photo.kind === 'requester' ? 'common.photo.by_resident' : 'common.photo.by_handler', {
      n: i + 1,
      total: photos.length,
    }),
  }));
}

function Result({ viewer, reader, when }: Part & { when: (text: string) => string }) {
  const { order } = viewer;
  const { t } = reader;
  if (order.status !== 'awaiting_rating' && order.status !== 'closed') return null;
  const latest = Math.max(0, ...order.evidence.map((piece) => piece.round));
  const words = order.evidence.filter((piece) => piece.round === latest && piece.text);
  const passed = order.timeline.findLast((entry) => entry.type === 'order.passed');
  const rating = order.ratings.findLast((one) => one.stars !== null);
  return (
    <Card className="stack">
      <h2>{t('track.result')}</h2>
      <SealMark
        kind={order.status === 'closed' ? 'closed' : 'verified'}
        words={order.outcome ? t(`outcome.${order.outcome}`) : t('seal.closed')}
        meta={passed ? t('track.verified_at', { when: when(passed.at) }) : undefined}
      />
      {words.map((piece) => (
        <p key={`${piece.kind} ${piece.text}`} className="words" lang="zh">
          {piece.text}
        </p>
      ))}
      <PhotoStrip photos={photosOf(viewer, reader, (kind) => kind !== 'requester')} />
      {rating?.stars && (
        <p>
          {t('track.your_rating', { level: t(`rate.level.${rating.stars}`) })}
          {rating.words && <span lang="zh"> {rating.words}</span>}
        </p>
      )}
    </Card>
  );
}

function Declined({ viewer: { order }, reader: { t }, phone }: Part & { phone: string }) {
  if (order.status !== 'declined') return null;
  const entry = order.timeline.findLast((one) => one.type === 'order.declined');
  const rightPlace = entry?.data.rightPlace;
  return (
    <Card className="stack">
      <h2>{t('track.declined')}</h2>
      <p className="strong">{entry ? t(`declineReason.${String(entry.data.reason)}`) : null}</p>
      {entry?.words && <p lang="zh">{entry.words}</p>}
      {typeof rightPlace === 'string' && <p>{t('track.right_place', { place: rightPlace })}</p>}
      <p className="quiet">{t('track.other_ways', { phone })}</p>
    </Card>
  );
}

function Story({ viewer, reader, now }: Part & { now: number }) {
  const { order } = viewer;
  const { t, locale } = reader;
  const handlerName = order.handler ? (locale === 'en' ? order.handler.name.en : order.handler.name.zh) : null;
  const lastHanded = order.timeline.findLast((e) => e.type === 'order.assigned' || e.type === 'order.reassigned')?.seq;
  const past = order.timeline.toReversed().map((entry) => {
    // The name that is known is that of whoever holds it now; an earlier handler is not called by it.
    const line = storyOf(entry, entry.seq === lastHanded ? handlerName : null);
    return {
      key: String(entry.seq),
      title: t(`event.resident.${line.key}`, line.values),
      detail: entry.words ?? undefined,
      at: Date.parse(entry.at),
      icon: line.icon,
    };
  });
  const steps = nextSteps(order.status);
  const next =
    steps.length > 0
      ? [{ key: 'next', state: 'next' as const, title: steps.map((s) => t(`track.next.${s}`)).join(' → ') }]
      : [];
  return <OrderTimeline entries={[...past, ...next]} now={now} locale={locale} t={t} />;
}

/** Beside the two actions at the lower edge: what else is open to the requester now. */
function MoreActions({ viewer, reader: { t }, handle }: Part & { handle: string }) {
  const main = mainAction(viewer.order.abilities ?? []);
  const more = requesterActions.filter((action) => action !== main && (viewer.order.abilities ?? []).includes(action));
  if (more.length === 0) return null;
  return (
    <Card className="stack">
      <h2>{t('track.more')}</h2>
      {more.map((action) => (
        <LinkButton key={action} kind="outline" wide href={`/t/${handle}/${action === 'note' ? 'supplement' : action}`}>
          {t(`track.action.${action}`)}
        </LinkButton>
      ))}
    </Card>
  );
}

const requesterActions = ['rate', 'supplement', 'appeal', 'note', 'amend', 'nudge', 'reopen', 'withdraw'];

/** What the requester is most likely here for: answering before rating, rating before telling more. */
export const mainAction = (abilities: readonly string[]): string | undefined =>
  ['supplement', 'rate', 'appeal', 'note', 'reopen'].find((action) => abilities.includes(action));

/** The two buttons at the lower edge. */
export function TrackButtons({ viewer, reader: { t }, phone }: Part & { phone: string }) {
  const main = mainAction(viewer.order.abilities ?? []);
  return (
    <>
      <LinkButton kind="outline" icon="phone" href={`tel:${phone}`}>
        {t('common.call')}
      </LinkButton>
      {main && (
        <LinkButton href={`/t/${viewer.handle}/${main === 'note' ? 'supplement' : main}`}>
          {t(`track.action.${main}`)}
        </LinkButton>
      )}
    </>
  );
}
