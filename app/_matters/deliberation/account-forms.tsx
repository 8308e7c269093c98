import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { type Cell, RowFields } from './row-fields';
import { figureCells, priceCells, type StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';
import { ReasonField, TextFields } from './text-forms';
import { rowsTyped, yuanText } from './typed-rows';

const money = { inputMode: 'decimal', maxLength: 14 } as const;
const mostRows = 10;

const fieldsOf = (kept: KeptForm | null): Map<string, string> =>
  new Map(Object.entries(kept?.values ?? {}).map(([name, value]) => [name, [value].flat()[0] ?? '']));

/** Prices that were decided, each beside the market's; one that is not below it is refused by its name. */
export function PricesForm(props: OnCase & { view: StepView; detail: DeliberationDetail; kept: KeptForm | null }) {
  const { view, detail, kept, ...on } = props;
  const { t } = on;
  const cells: Cell[] = [
    { name: 'label', label: t('matters.prices.label'), input: { maxLength: limits.place } },
    { name: 'priceFen', label: t('matters.prices.ours'), input: money },
    { name: 'marketFen', label: t('matters.prices.market'), input: money },
    { name: 'unit', label: t('matters.prices.unit'), input: { maxLength: 20 } },
  ];
  return (
    <StepForm
      {...on}
      view={view}
      title={t(detail.prices.length ? 'matters.prices.change' : 'matters.prices.title')}
      send={t('matters.prices.send')}
      rule={<p>{t('matters.prices.rule')}</p>}
      icon="check"
    >
      <RowFields
        {...{ view, cells, t }}
        group="prices"
        label={t('matters.prices.rows')}
        given={detail.prices.map(({ label, priceFen, marketFen, unit }) => ({
          label,
          priceFen: yuanText(priceFen),
          marketFen: yuanText(marketFen),
          unit,
        }))}
        typed={rowsTyped(fieldsOf(kept), 'prices', priceCells)}
        most={mostRows}
      />
    </StepForm>
  );
}

const kinds = ['count', 'income', 'cost', 'use'] as const;

function Figures(props: { view: StepView; detail: DeliberationDetail; kept: KeptForm | null; t: Translate }) {
  const { view, detail, kept, t } = props;
  const cells: Cell[] = [
    {
      name: 'kind',
      label: t('matters.figures.kind'),
      options: kinds.map((value) => ({ value, label: t(`matters.figure.${value}`) })),
    },
    { name: 'label', label: t('matters.figures.label'), input: { maxLength: limits.place } },
    { name: 'amount', label: t('matters.figures.amount'), input: money },
    { name: 'unit', label: t('matters.figures.unit'), input: { maxLength: 20 } },
  ];
  const stands = detail.results.at(-1)?.figures ?? [];
  const blank = kinds.map((kind) => ({ kind, label: '', amount: '', unit: kind === 'count' ? '' : '元' }));
  return (
    <RowFields
      {...{ view, cells, t }}
      group="figures"
      label={t('matters.figures.rows')}
      given={
        stands.length === 0
          ? blank
          : stands.map(({ kind, label, amount, unit }) => ({
              kind,
              label,
              amount: kind === 'count' ? String(amount) : yuanText(amount),
              unit,
            }))
      }
      typed={rowsTyped(fieldsOf(kept), 'figures', figureCells)}
      most={mostRows}
    />
  );
}

type ResultProps = OnCase & { view: StepView; detail: DeliberationDetail; kept: KeptForm | null };

/** 实施结果公开: what came of it, with the accounts; the balance is computed. */
export function ResultForm({ view, detail, kept, ...on }: ResultProps) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.result.title')}
      send={t('matters.result.send')}
      rule={<p>{t('matters.result.rule')}</p>}
      icon="megaphone"
    >
      <TextFields view={view} from={null} t={t} />
      <Figures {...{ view, detail, kept, t }} />
    </StepForm>
  );
}

/** A result with its reason beside the one before. */
export function CorrectResultForm({ view, detail, kept, ...on }: ResultProps) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.result.correct')}
      send={t('matters.correct.send', { version: detail.results.length + 1 })}
      rule={<p>{t('matters.correct.rule', { version: detail.results.length })}</p>}
      icon="copy"
    >
      <TextFields view={view} from={detail.results.at(-1)} t={t} />
      <Figures {...{ view, detail, kept, t }} />
      <ReasonField view={view} label={t('matters.correct.reason')} t={t} />
    </StepForm>
  );
}
