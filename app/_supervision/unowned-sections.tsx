import { EmptyState } from '@/components/empty-state';
import type { Locale } from '@/components/preferences';
import type { Actor } from '@/lib/kernel/context';
import type { Unowned } from '@/lib/orders/queries/list-unowned';
import type { Translate } from '../_shell/translate';
import { NoticeRows } from './notice-rows';
import { UnownedRows } from './unowned-rows';

/** The board 没人管的单 in its three parts; says so where there is nothing on it. */
export function UnownedSections(props: { found: Unowned; actor: Actor; now: number; locale: Locale; t: Translate }) {
  const { found, actor, ...read } = props;
  const { t } = read;
  const { unheld, gone, unanswered } = found;
  if (unheld.length + gone.length + unanswered.length === 0) {
    return <EmptyState title={t('supervision.unowned.none')} words={t('supervision.unowned.none_words')} />;
  }
  const orders = [
    { key: 'unheld', items: unheld },
    { key: 'gone', items: gone },
  ] as const;
  return (
    <>
      {orders.map(
        ({ key, items }) =>
          items.length > 0 && (
            <section className="card stack" key={key}>
              <h2>{t(`supervision.unowned.${key}`, { n: items.length })}</h2>
              <UnownedRows
                {...read}
                {...{ items, actor }}
                label={t(`supervision.unowned.${key}`, { n: items.length })}
              />
            </section>
          ),
      )}
      {unanswered.length > 0 && (
        <section className="card stack">
          <h2>{t('supervision.unowned.unanswered', { n: unanswered.length })}</h2>
          <NoticeRows
            {...read}
            items={unanswered}
            label={t('supervision.unowned.unanswered', { n: unanswered.length })}
          />
        </section>
      )}
    </>
  );
}
