import { Card } from '@/components/card';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { wordsLang } from '../_desk/names';
import { formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { orderPhotos } from './order-photos';

/** The resident's own words on top, as they were said, with their photos. */
export function TaskRequest({
  order,
  now,
  locale,
  t,
}: {
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  if (!order.words) return null;
  const ids = order.photos.filter((photo) => photo.kind === 'requester').map((photo) => photo.id);
  const said = order.submittedAt && formatWhen(Date.parse(order.submittedAt), now, locale);
  return (
    <Card>
      <h2 className="card-title">{t('work.request.title')}</h2>
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
    </Card>
  );
}
