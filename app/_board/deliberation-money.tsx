import { DataTable } from '@/components/data-table';
import type { ResultView } from '@/lib/deliberation/queries/get-deliberation';
import type { PriceView } from '@/lib/deliberation/queries/prices-of';
import { formatDay } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { percentOf, whole, yuan } from './amounts';
import { Law } from './deliberation-basis';
import type { DeliberationPart } from './deliberation-part';
import { PointList } from './deliberation-texts';
import { DrawnBar, Fold } from './paper-parts';

function PriceTable({ rows, reader: { t, locale } }: Pick<DeliberationPart, 'reader'> & { rows: PriceView[] }) {
  return (
    <DataTable
      caption={t('board.prices.caption')}
      rows={rows}
      rowKey={(price) => price.label}
      columns={[
        {
          key: 'what',
          head: t('board.prices.what'),
          names: true,
          cell: (price) => (
            <span lang={wordsLang(locale)}>
              {price.label} / {price.unit}
            </span>
          ),
        },
        { key: 'ours', head: t('board.prices.ours'), end: true, cell: (price) => yuan(price.priceFen, locale) },
        { key: 'market', head: t('board.prices.market'), end: true, cell: (price) => yuan(price.marketFen, locale) },
        {
          key: 'less',
          head: t('board.prices.less'),
          end: true,
          cell: ({ priceFen, marketFen }) => `${percentOf(marketFen - priceFen, marketFen)}%`,
        },
      ]}
    />
  );
}

/** What was decided to cost, beside what the market takes; a list that holds no more stays beside the one that does. */
export function Prices({ shown, medium, reader }: DeliberationPart) {
  const { t, locale } = reader;
  if (shown.prices.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('board.prices.title')}</h2>
      <PriceTable rows={shown.prices} reader={reader} />
      {shown.earlierPrices.map(({ version, at, rows }) => (
        <Fold
          key={version}
          medium={medium}
          title={t('board.prices.earlier', { version, date: formatDay(at, null, locale) })}
        >
          <PriceTable rows={rows} reader={reader} />
        </Fold>
      ))}
    </section>
  );
}

const sumOf = (result: ResultView, kind: ResultView['figures'][number]['kind']): number =>
  result.figures.filter((figure) => figure.kind === kind).reduce((sum, figure) => sum + figure.amount, 0);

/** Income, cost, what is left of it and what it went to: drawn, and as a table whose last lines are computed. */
function Accounts({ result, reader: { t, locale } }: Pick<DeliberationPart, 'reader'> & { result: ResultView }) {
  const { balance } = result;
  if (balance === null) return null;
  const [income, cost, used] = [sumOf(result, 'income'), sumOf(result, 'cost'), sumOf(result, 'use')];
  const money = (fen: number) => t('board.money', { amount: yuan(fen, locale) });
  const kept = Math.max(balance, 0) - used;
  const rows = [
    ...result.figures.map((figure, i) => ({
      key: `${figure.kind}-${i}`,
      kind: t(`board.accounts.${figure.kind}`),
      label: figure.label,
      amount:
        figure.kind === 'count' ? (
          <>
            {whole(figure.amount, locale)} <span lang={wordsLang(locale)}>{figure.unit}</span>
          </>
        ) : (
          money(figure.amount)
        ),
    })),
    { key: 'balance', kind: t('board.accounts.balance'), label: '', amount: money(balance) },
    { key: 'kept', kind: t('board.accounts.kept'), label: '', amount: money(kept) },
  ];
  return (
    <>
      <DrawnBar
        of={Math.max(income, cost)}
        bars={[
          { key: 'cost', count: cost, look: 'cost' },
          { key: 'use', count: used, look: 'use' },
          { key: 'left', count: kept, look: 'left' },
        ]}
      />
      <ul className="keys small">
        {(['cost', 'use', 'left'] as const).map((look) => (
          <li key={look}>
            <span className={`key bar-of-${look}`} />
            {t(`board.accounts.key_${look}`)}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('board.accounts.caption')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'kind', head: t('board.accounts.side'), names: true, cell: (row) => row.kind },
          {
            key: 'label',
            head: t('board.accounts.what'),
            cell: (row) => (row.label ? <span lang={wordsLang(locale)}>{row.label}</span> : null),
          },
          { key: 'amount', head: t('board.accounts.amount'), end: true, cell: (row) => row.amount },
        ]}
      />
    </>
  );
}

/** 实施结果公开: what came of it, the accounts, and the versions before. Of a case that was not passed: why it ended. */
export function Results({ shown, medium, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const last = shown.results.at(-1);
  if (!last) return null;
  const isEnd = shown.status === 'rejected' || shown.status === 'withdrawn';
  const earlier = shown.results.slice(0, -1).reverse();
  return (
    <section className="part" id="result">
      <h2>{t(isEnd ? 'board.result.ended' : 'board.result.title')}</h2>
      <p className="quiet">{t('board.result.at', { date: formatDay(last.at, null, locale) })}</p>
      <PointList text={last} reader={reader} />
      {last.words && <p lang={wordsLang(locale)}>{last.words}</p>}
      <Accounts result={last} reader={reader} />
      {last.balance !== null && shown.basis.choice !== 'not_shared' && <Law article="282" reader={reader} />}
      {last.reason && (
        <p>
          {t('board.version.why')} <span lang={wordsLang(locale)}>{last.reason}</span>
        </p>
      )}
      {earlier.length > 0 && (
        <Fold medium={medium} title={t('board.result.earlier')}>
          {earlier.map((result) => (
            <div key={result.version} className="earlier">
              <p className="quiet">
                {t('board.version.head', { version: result.version, date: formatDay(result.at, null, locale) })}
              </p>
              <PointList text={result} reader={reader} />
              <Accounts result={result} reader={reader} />
            </div>
          ))}
        </Fold>
      )}
    </section>
  );
}
