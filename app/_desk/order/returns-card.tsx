import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** From this many returns on whoever gets it keeps it (3.3). */
const arbitrated = 3;

/**
 * What those who returned it said: the reason, the basis, and who would be right. From the third return on it is the
 * desk that decides, once and for all (指定承办).
 */
export function ReturnsCard(props: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const { order, now, locale, t } = props;
  const since = order.timeline.findLastIndex(
    (event) => event.type === 'order.reopened' || event.data.reopened === true,
  );
  const returns = order.timeline.slice(since + 1).filter((event) => event.type === 'order.returned');
  if (returns.length === 0 || order.status !== 'submitted') return null;
  const written = (text: unknown) =>
    typeof text === 'string' && text ? <span lang={wordsLang(locale)}>{text}</span> : null;
  return (
    <Card className="stack">
      <h2>{t(returns.length >= arbitrated ? 'desk.returns.arbitration' : 'desk.returns.title')}</h2>
      {returns.length >= arbitrated && <p>{t('desk.returns.rule', { count: returns.length })}</p>}
      <ol className="stack-tight">
        {returns.map((event) => (
          <li key={event.seq}>
            <p className="quiet small">
              {[event.actor && nameIn(locale, event.actor), formatWhen(Date.parse(event.at), now, locale)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Facts
              facts={[
                {
                  name: t('work.return.reason'),
                  value: `${String(event.data.reason)} ${t(`returnReason.${String(event.data.reason)}`)}`,
                },
                { name: t('work.return.basis'), value: written(event.words) },
                { name: t('work.return.better_owner'), value: written(event.data.betterOwner) },
              ]}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
