import { DataTable } from '@/components/data-table';
import { formatDay } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { percentOf, yuan } from './amounts';
import { DrawnBar, Figures } from './paper-parts';
import { dayOf, type ProjectPart } from './project-part';

/** What was spent of the budget: drawn, in figures, and each payment with the sum. */
export function ProjectMoney({ shown, reader }: ProjectPart) {
  const { t, locale } = reader;
  const { budgetFen, spentFen } = shown;
  const money = (fen: number) => t('board.money', { amount: yuan(fen, locale) });
  const left = budgetFen - spentFen;
  const sum = {
    on: t('project.budget.sum'),
    label: t('project.budget.entries', { count: shown.spends.length }),
    amountFen: spentFen,
    state: 'counts' as const,
    isSum: true,
  };
  const paid = [...shown.spends.map((one) => ({ ...one, on: dayOf(reader)(one.on), isSum: false })), sum].map(
    (one, i) => ({
      ...one,
      key: String(i),
    }),
  );
  const raised = shown.budgets.filter((one) => one.version > 1);
  return (
    <section className="part">
      <h2>{t('project.budget.title')}</h2>
      <DrawnBar
        of={budgetFen}
        bars={[
          { key: 'spent', count: spentFen, look: 'use' },
          { key: 'left', count: left, look: 'left' },
        ]}
      />
      <Figures
        caption={t('project.budget.title')}
        figures={[
          { name: t('project.budget.total'), value: money(budgetFen) },
          { name: t('project.budget.spent'), value: `${money(spentFen)} · ${percentOf(spentFen, budgetFen)}%` },
          { name: t('project.budget.left'), value: money(left) },
        ]}
      />
      {shown.spends.length === 0 ? (
        <p className="quiet">{t('project.budget.none')}</p>
      ) : (
        <DataTable
          caption={t('project.budget.caption')}
          rows={paid}
          rowKey={(row) => row.key}
          columns={[
            { key: 'on', head: t('project.budget.on'), names: true, cell: (row) => row.on },
            {
              key: 'what',
              head: t('project.budget.what'),
              cell: (row) => (
                <>
                  {row.state !== 'counts' && `${t(`project.budget.${row.state}`)} `}
                  <span lang={row.isSum ? undefined : wordsLang(locale)}>{row.label}</span>
                </>
              ),
            },
            { key: 'amount', head: t('project.budget.amount'), end: true, cell: (row) => yuan(row.amountFen, locale) },
          ]}
        />
      )}
      {raised.length > 0 && (
        <>
          <h3>{t('project.budget.changes')}</h3>
          <ul className="bullets">
            {raised.map((one) => (
              <li key={one.version}>
                {formatDay(one.at, null, locale)} ·{' '}
                {t('project.budget.raised', { amount: yuan(one.amountFen, locale), code: one.deliberationCode ?? '' })}{' '}
                <span lang={wordsLang(locale)}>{one.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
