import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import type { Locale } from '@/components/preferences';
import type { DryRun } from '@/lib/orders/queries/dry-run-rule';
import type { RuleDraft } from '@/lib/routing/input';
import { formatWhen } from '../../_order/when';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { lineWords } from '../routing-words';
import type { RoutingPage } from './load-routing';
import { effectWords } from './rule-words';

/** 试跑: what a rule would have done with the last orders, against what happened. Nothing was written. */
export function DryRunResult(props: {
  ran: DryRun;
  draft: RuleDraft;
  page: RoutingPage;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { ran, draft, page, now, locale, t } = props;
  const whom = (key: string | null) => {
    if (!key) return t('routing.try.nobody');
    if (key === 'pool') return t('routing.try.pool');
    const name = ran.names[key];
    return name ? nameIn(locale, name) : key;
  };
  return (
    <Card className="stack">
      <h2 id="tried">{t('routing.try.title')}</h2>
      <p>
        {t('routing.try.said', {
          looked: ran.looked,
          hits: ran.hits,
          same: ran.items.filter(({ same }) => same).length,
          effect: effectWords(draft.effect, page, locale, t),
        })}
      </p>
      {ran.hits === 0 ? (
        <EmptyState title={t(ran.looked === 0 ? 'routing.try.none_seen' : 'routing.try.none')} />
      ) : (
        <>
          <DataTable
            caption={t('routing.try.counts')}
            columns={[
              { key: 'to', head: t('routing.try.went'), cell: (row) => whom(row.target), names: true },
              { key: 'count', head: t('routing.try.count'), cell: (row) => row.count, end: true },
              { key: 'same', head: t('routing.try.same'), cell: (row) => row.same, end: true },
            ]}
            rows={ran.targets}
            rowKey={(row) => row.target}
          />
          <DataTable
            caption={t('routing.try.orders')}
            columns={[
              {
                key: 'code',
                head: t('routing.try.order'),
                cell: (row) => <a href={`/desk/o/${row.code}`}>{row.code}</a>,
                names: true,
              },
              {
                key: 'when',
                head: t('routing.try.when'),
                cell: (row) => formatWhen(Date.parse(row.submittedAt), now, locale),
              },
              {
                key: 'why',
                head: t('routing.try.why'),
                cell: (row) => row.reasons.map((line) => lineWords(line, page.names, locale, t)).join(t('routing.and')),
              },
              { key: 'went', head: t('routing.try.went'), cell: (row) => whom(row.wentTo) },
              {
                key: 'now',
                head: t('routing.try.would'),
                cell: (row) =>
                  row.withheldReason
                    ? t('routing.try.withheld')
                    : t(row.same ? 'routing.try.as_it_was' : 'routing.try.changed'),
              },
            ]}
            rows={ran.items}
            rowKey={(row) => row.code}
          />
        </>
      )}
    </Card>
  );
}
