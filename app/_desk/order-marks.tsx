import { Chip } from '@/components/chip';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import type { Translate } from '../_shell/translate';
import { ColourChip } from '../_supervision/colour-chip';

/** What is special about an order whatever its state; `long` where there is room for whole words. */
export function OrderMarks(props: {
  order: Pick<
    OrderListItem,
    'needsRelease' | 'flags' | 'kin' | 'households' | 'asked' | 'status' | 'counts' | 'colour'
  >;
  long?: boolean;
  t: Translate;
}) {
  const { order, long, t } = props;
  return (
    <>
      <ColourChip colour={order.colour} t={t} />
      {order.needsRelease && (
        <Chip tone="gold" icon="hand">
          {t(long ? 'desk.mark.release_long' : 'desk.mark.release')}
        </Chip>
      )}
      {order.households != null && order.households > 1 && (
        <Chip tone="gold" icon="users">
          {t('desk.mark.households', { count: order.households })}
        </Chip>
      )}
      {order.asked?.extension && (
        <Chip tone="gold" icon="hourglass">
          {t('desk.mark.extension')}
        </Chip>
      )}
      {order.asked?.suspension && (
        <Chip tone="gold" icon="pause">
          {t('desk.mark.suspension')}
        </Chip>
      )}
      {order.status === 'submitted' && (order.counts?.return ?? 0) >= 3 && (
        <Chip tone="brown" icon="undo">
          {t('desk.mark.arbitration')}
        </Chip>
      )}
      {order.flags?.proxy && (
        <Chip tone="info" icon="user-plus">
          {t(long ? 'desk.mark.proxy_long' : 'desk.mark.proxy')}
        </Chip>
      )}
      {order.flags?.sealed && (
        <Chip tone="grey" icon="lock">
          {t(long ? 'desk.mark.sealed_long' : 'desk.mark.sealed')}
        </Chip>
      )}
      {order.kin && (
        <Chip tone="brown" icon="users">
          {t('desk.mark.kin')}
        </Chip>
      )}
    </>
  );
}
