import { Card } from '@/components/card';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../_order/when';
import { wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { orderPhotos } from './order-photos';

interface Props {
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

/** The resident's own words as they were said, with their photos. */
export function RequestWords({ order, now, locale, t }: Props) {
  if (!order.words) return null;
  const ids = order.photos.filter((photo) => photo.kind === 'requester').map((photo) => photo.id);
  const said = order.submittedAt && formatWhen(Date.parse(order.submittedAt), now, locale);
  return (
    <>
      <blockquote className="words-said" lang={wordsLang(locale)}>
        {order.words}
      </blockquote>
      <PhotoStrip photos={orderPhotos(ids, 'by_resident', t)} />
      <p className="quiet small">
        {[
          said,
          order.channel && t(`channel.${order.channel}`),
          order.flags?.proxy && t('work.request.proxy'),
          order.flags?.confidential && t('work.request.confidential'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

/** The same as a card of its own, for who does the work. */
export function TaskRequest(props: Props) {
  if (!props.order.words) return null;
  return (
    <Card>
      <h2 className="card-title">{props.t('work.request.title')}</h2>
      <RequestWords {...props} />
    </Card>
  );
}
