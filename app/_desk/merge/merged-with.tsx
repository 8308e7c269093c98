import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import { FoldedForm, type OnOrder } from '../order/action-form';
import { unmergeAction } from './actions';

/** What an order follows, or what follows it, and the way back. */
export function MergedWith({ order, on, view, t }: { order: OrderDetail; on: OnOrder; view: FormView; t: Translate }) {
  const { main, joined } = order;
  if (!main && joined.length === 0) return null;
  const link = (code: string) => (
    <a className="alone" href={`/desk/o/${code}`}>
      {code}
    </a>
  );
  return (
    <section className="card stack" aria-label={t(main ? 'desk.merge.main_of' : 'desk.merge.joined')}>
      <h2>{t(main ? 'desk.merge.main_of' : 'desk.merge.joined')}</h2>
      {main?.code && (
        <p>
          {link(main.code)} <span className="quiet">{t(`state.${main.status}.staff`, { count: 1 })}</span>
        </p>
      )}
      {joined.length > 0 && (
        <ul>
          {joined.map(({ code }) => (
            <li key={code}>{link(code)}</li>
          ))}
        </ul>
      )}
      {order.abilities?.includes('unmerge') && (
        <FoldedForm
          order={on}
          {...{ view, t }}
          action={unmergeAction}
          title={t('desk.merge.undo')}
          send={t('desk.merge.undo')}
          rule={t('desk.merge.undo_rule')}
          icon="undo"
        >
          {null}
        </FoldedForm>
      )}
    </section>
  );
}
