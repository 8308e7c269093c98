import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Facts } from '@/components/facts';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { stateOf } from '../../_order/row-clock';
import { StateChip } from '../../_order/state-chip';
import { formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { requestPhotos } from '../order/order-request';
import { mergeAction } from './actions';

interface Props {
  orders: readonly OrderDetail[];
  view: FormView;
  now: number;
  locale: Locale;
  t: Translate;
}

/** Two orders or more beside each other, photo beside photo, and the question which of them is kept. */
export function SideBySide({ orders, view, now, locale, t }: Props) {
  const when = (text: string | null | undefined) => (text ? formatWhen(Date.parse(text), now, locale) : null);
  return (
    <form key={view.key} action={mergeAction} className="stack">
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <input type="hidden" name="orders" value={orders.map(({ code }) => code).join(',')} />
      <div className="cols">
        {orders.map((order) => (
          <section key={order.code} className="card stack" aria-label={order.code}>
            <input type="hidden" name={`version-${order.code}`} value={order.version} />
            <input type="hidden" name={`clientId-${order.code}`} value={newId()} />
            <h2>
              <a className="alone" href={`/desk/o/${order.code}`}>
                {order.code}
              </a>
            </h2>
            <StateChip state={stateOf(order)} audience="staff" t={t} />
            <blockquote className="request-words" lang={wordsLang(locale)}>
              {order.words}
            </blockquote>
            <PhotoStrip photos={requestPhotos(order, t)} />
            <Facts
              facts={[
                { name: t('desk.field.item'), value: nameIn(locale, order.itemName) },
                { name: t('desk.field.place'), value: order.place && nameIn(locale, order.place) },
                { name: t('desk.merge.when'), value: when(order.submittedAt) },
                { name: t('desk.merge.handler'), value: order.handler && nameIn(locale, order.handler.name) },
                { name: t('desk.merge.due'), value: when(order.clock.finishBy) },
                {
                  name: t('desk.merge.joined'),
                  value: order.joined.length > 0 ? order.joined.map(({ code }) => code).join(' ') : null,
                },
              ]}
            />
          </section>
        ))}
      </div>
      <RadioCards
        name="main"
        label={t('desk.merge.which')}
        choices={orders.map((order) => ({
          value: order.code,
          label: order.code,
          aside: nameIn(locale, order.place ?? order.itemName),
        }))}
        value={view.text('main', orders.find(({ joined }) => joined.length > 0)?.code ?? orders[0]?.code)}
        error={view.error('main')}
        required
      />
      <p>
        <Button icon="merge" data-send>
          {t('desk.merge.send')}
        </Button>
      </p>
    </form>
  );
}
