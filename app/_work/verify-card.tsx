import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import type { Translate } from '../_shell/translate';
import { TaskCard } from './task-card';

/** One order of the deck. `charge`: why it lies with more than its branch; `apart`: why this reader must keep away. */
export function VerifyCard(props: {
  order: OrderListItem;
  charge: string | null;
  apart?: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { order, charge, apart, ...common } = props;
  return (
    <TaskCard href={`/verify/o/${order.code}`} order={order} {...common}>
      {/* A tie is marked by the card itself. */}
      {apart && !order.kin && (
        <Chip tone="brown" icon="users">
          {common.t('verify.apart_mark')}
        </Chip>
      )}
      {apart && <p className="verify-why">{apart}</p>}
      {charge && (
        <p className="verify-why verify-charge ink-cinnabar">
          <Icon name="triangle" />
          <span>{charge}</span>
        </p>
      )}
    </TaskCard>
  );
}
