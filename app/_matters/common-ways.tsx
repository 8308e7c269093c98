import type { Translate } from '../_shell/translate';
import { withOrders } from './asked-orders';

/** What several households brought up may become: a matter that is decided, or a project, opened with their orders. */
export function CommonWays({ orders, t }: { orders: readonly string[]; t: Translate }) {
  const count = orders.length;
  return (
    <p className="btn-row">
      <a className="alone" href={withOrders('/desk/deliberations', orders)}>
        {t('answers.common.open', { count })}
      </a>
      <a className="alone" href={withOrders('/desk/projects', orders)}>
        {t('answers.common.project', { count })}
      </a>
    </p>
  );
}
