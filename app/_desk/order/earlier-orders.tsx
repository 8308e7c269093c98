import type { Locale } from '@/components/preferences';
import type { EarlierOrder } from '@/lib/orders/queries/list-earlier';
import { formatWhen } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

interface Props {
  items: readonly EarlierOrder[];
  now: number;
  locale: Locale;
  t: Translate;
}

/** 历史 N 件: the same matter of the same resident, closed before, with what was answered then. */
export function EarlierOrders({ items, now, locale, t }: Props) {
  if (items.length === 0) return null;
  const title = t('desk.earlier.title', { count: items.length });
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className="stack">
        {items.map(({ code, itemName, outcome, reply, closedAt }) => (
          <li key={code} className="stack-tight">
            <p>
              <a className="alone" href={`/desk/o/${code}`}>
                {code}
              </a>{' '}
              <span className="quiet small">
                {nameIn(locale, itemName)} ·{' '}
                {t('desk.earlier.closed', { when: formatWhen(Date.parse(closedAt), now, locale) })}
                {outcome && ` · ${t(`outcome.${outcome}`)}`}
              </span>
            </p>
            {reply && <p lang={wordsLang(locale)}>{reply}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
