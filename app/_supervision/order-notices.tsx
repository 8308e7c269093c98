import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { Translate } from '../_shell/translate';
import { NoticeRows } from './notice-rows';

/** The 督办单 of an order, and the way to send one, where this person may. Nothing where there is neither. */
export function OrderNotices(props: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const { order, t, ...read } = props;
  const may = order.abilities?.includes('supervise') ?? false;
  if (order.supervisions.length === 0 && !may) return null;
  return (
    <section className="card stack">
      <h2>{t('supervision.section.title')}</h2>
      {order.supervisions.length > 0 && (
        <NoticeRows {...read} {...{ t }} items={order.supervisions} label={t('supervision.section.title')} />
      )}
      {may && (
        <p>
          <a className="alone" href={`/oversight/urge/${order.code}`}>
            {t('supervision.urge.link')}
          </a>
        </p>
      )}
    </section>
  );
}
