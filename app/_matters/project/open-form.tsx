import { Button } from '@/components/button';
import { CheckboxGroup } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import type { AreaView } from '@/lib/places/view';
import { limits } from '@/lib/projects/input';
import { fundings } from '@/lib/projects/status';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { openAction } from './actions';

const fields = [
  'title',
  'titleEn',
  'words',
  'place',
  'budgetFen',
  'fundings',
  'dueOn',
  'deliberation',
  'orders',
  'community',
] as const;
export const openView = (kept: KeptForm | null): FormView =>
  formView('open', kept, Object.fromEntries(fields.map((name) => [name, name])));

/** What is promised: what, where, for how much and of which money, and until when. */
export function OpenForm(props: {
  communities: readonly AreaView[];
  /** Orders that the way here brought along. */
  orders: readonly string[];
  today: string;
  view: FormView;
  locale: Locale;
  t: Translate;
}) {
  const { communities, orders, today, view, locale, t } = props;
  return (
    <form key={view.key} action={openAction} className="stack">
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {communities.length > 1 ? (
        <SelectField
          name="community"
          label={t('project.desk.open.community')}
          options={communities.map((one) => ({ value: one.code, label: rowName(locale, one) }))}
          defaultValue={view.text('community')}
          error={view.error('community')}
        />
      ) : (
        <input type="hidden" name="community" value={communities[0]?.code ?? ''} />
      )}
      <TextField {...view.field('title')} label={t('project.desk.open.name')} required maxLength={limits.title} />
      <TextField
        {...view.field('titleEn')}
        label={t('project.desk.open.name_en')}
        note={t('common.optional')}
        lang="en"
        maxLength={limits.titleEn}
      />
      <PageTextArea
        {...view.field('words')}
        label={t('project.desk.open.words')}
        hint={t('project.desk.open.words_hint')}
        rows={3}
        required
        maxLength={limits.words}
      />
      <TextField {...view.field('place')} label={t('project.desk.open.place')} required maxLength={limits.place} />
      <TextField
        {...view.field('budgetFen')}
        label={t('project.desk.open.amount')}
        inputMode="decimal"
        required
        maxLength={14}
      />
      <CheckboxGroup
        name="fundings"
        label={t('project.desk.open.funding')}
        row
        choices={fundings.map((value) => ({ value, label: t(`project.funding.${value}`) }))}
        values={view.list('fundings')}
        error={view.error('fundings')}
      />
      <TextField {...view.field('dueOn')} type="date" min={today} label={t('project.desk.open.due')} required />
      <TextField
        {...view.field('deliberation')}
        label={t('project.desk.open.decision')}
        note={t('common.optional')}
        hint={t('project.desk.open.decision_hint')}
        maxLength={32}
      />
      <PageTextArea
        {...view.field('orders', orders.join('\n'))}
        label={t('project.desk.open.orders')}
        note={t('common.optional')}
        hint={t('project.desk.open.orders_hint')}
        rows={2}
      />
      <p>
        <Button icon="plus" data-send>
          {t('project.desk.open.send')}
        </Button>
      </p>
    </form>
  );
}
