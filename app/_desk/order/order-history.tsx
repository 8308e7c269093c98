import { Card } from '@/components/card';
import type { IconName } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { Status } from '@/lib/orders/status';
import type { TimelineEntry as OrderEvent } from '@/lib/orders/timeline';
import { OrderTimeline, type TimelineEntry } from '../../_order/order-timeline';
import { staffSentence } from '../../_order/staff-sentence';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

const icons: Record<string, IconName> = {
  'order.submitted': 'inbox',
  'order.classified': 'clipboard',
  'order.info_asked': 'message',
  'order.offered': 'hand',
  'order.assigned': 'user-plus',
  'order.reassigned': 'refresh',
  'order.returned': 'undo',
  'order.extension_asked': 'hourglass',
  'order.extension_granted': 'hourglass',
  'order.extension_refused': 'ban',
  'order.suspended': 'pause',
  'order.resumed': 'rotate',
  'order.transferred': 'rotate',
  'order.escalated': 'whistle',
  'order.evidence_submitted': 'camera',
  'order.passed': 'seal-check',
  'order.reworked': 'undo',
  'order.rated': 'star',
  'order.called_back': 'phone',
};

function entryOf(event: OrderEvent, total: number, locale: Locale, t: Translate): TimelineEntry {
  return {
    key: String(event.seq),
    title: staffSentence(event, t),
    detail: [event.actor && nameIn(locale, event.actor), event.words].filter(Boolean).join('：') || undefined,
    lang: event.words ? wordsLang(locale) : undefined,
    at: Date.parse(event.at),
    icon: icons[event.type],
    // The requester's own photos stand with their words already.
    photos: (event.type === 'order.submitted' ? [] : event.photos).map((id, i) => ({
      src: `/photos/${id}?size=thumb`,
      href: `/photos/${id}`,
      alt: t('common.photo.by_handler', { n: i + 1, total: event.photos.length }),
    })),
    state: event.seq === total ? 'now' : 'past',
  };
}

const course: readonly Status[] = [
  'submitted',
  'assigned',
  'in_progress',
  'awaiting_verification',
  'awaiting_rating',
  'closed',
];

/** What is still to come, as the states that an order passes through; none once it is over. */
function stepsAhead(status: Status, t: Translate): TimelineEntry[] {
  const place = course.indexOf(status === 'offered' ? 'assigned' : status === 'suspended' ? 'in_progress' : status);
  const ahead = place < 0 ? [] : course.slice(place + 1);
  if (ahead.length === 0) return [];
  const words = ahead.map((next) => t(`state.${next}.staff`, { count: 1 }));
  return [{ key: 'next', title: words.join(' → '), state: 'next' }];
}

/** The life of the order for staff, newest first, what is ahead dashed at the end, with the way to its hashes. */
export function OrderHistory(props: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const { order, now, locale, t } = props;
  const total = order.timeline.at(-1)?.seq ?? 0;
  return (
    <Card className="stack">
      <h2>{t('desk.history.title')}</h2>
      <OrderTimeline
        entries={[
          ...order.timeline.toReversed().map((event) => entryOf(event, total, locale, t)),
          ...stepsAhead(order.status, t),
        ]}
        now={now}
        locale={locale}
        t={t}
      />
      <p>
        <a className="alone" href={`/desk/o/${order.code}/history`}>
          {t('desk.history.with_hashes')}
        </a>
      </p>
    </Card>
  );
}

/** What came since the reader's page was drawn: shown beside the text that they had typed. */
export function ChangesSince(props: { order: OrderDetail; seen: number; now: number; locale: Locale; t: Translate }) {
  const { order, seen, now, locale, t } = props;
  const since = order.timeline.filter((event) => event.seq > seen);
  if (since.length === 0) return null;
  return (
    <OrderTimeline
      entries={since.reverse().map((event) => ({ ...entryOf(event, -1, locale, t), state: 'past' as const }))}
      now={now}
      locale={locale}
      t={t}
    />
  );
}
