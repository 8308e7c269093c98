import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { FileField } from '@/components/file-field';
import type { IconName } from '@/components/icon';
import { PageTextArea } from '@/components/page-text-area';
import { SelectField, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/projects/input';
import type { ProjectDetail } from '@/lib/projects/queries/get-project';
import type { KeptForm } from '../../_shell/kept';
import { KeptPhotos } from '../../_shell/kept-photos';
import type { Translate } from '../../_shell/translate';
import { yuanText } from '../deliberation/typed-rows';
import { stepAction } from './actions';
import { listPath } from './paths';
import { type StepName, type StepView, stepNames, stepView } from './step-fields';

interface Form {
  shown: ProjectDetail;
  view: StepView;
  today: string;
  t: Translate;
}

const DayField = ({
  view,
  name,
  t,
  label,
  ...range
}: Form & { name: string; label: string; max?: string; min?: string }) => (
  <TextField {...view.at(name)} {...pick(range)} type="date" label={t(`project.desk.field.${label}`)} required />
);
const pick = ({ max, min }: { max?: string; min?: string }) => ({ max, min });

const AmountField = ({ view, t, label }: Form & { label: string }) => (
  <TextField
    {...view.at('amountFen')}
    label={t(`project.desk.field.${label}`)}
    inputMode="decimal"
    required
    maxLength={14}
  />
);

const LineField = (form: Form & { name: string; label: string; most: number; optional?: boolean }) => (
  <TextField
    {...form.view.at(form.name)}
    label={form.t(`project.desk.field.${form.label}`)}
    note={form.optional ? form.t('common.optional') : undefined}
    required={!form.optional}
    maxLength={form.most}
  />
);

const ReasonField = ({ view, t }: Form) => (
  <PageTextArea
    {...view.at('reason')}
    label={t('project.desk.field.reason')}
    rows={3}
    required
    maxLength={limits.reason}
  />
);

const countingSpends = (shown: ProjectDetail) => shown.spends.filter((one) => one.state === 'counts');

/** What a date in the past may be at most: today. */
const Done = (form: Form & { name?: string; label?: string }) => (
  <DayField {...form} name={form.name ?? 'on'} label={form.label ?? 'on'} max={form.today} />
);

const fields: Record<StepName, (form: Form) => ReactNode> = {
  start: (form) => <Done {...form} />,
  complete: (form) => <Done {...form} />,
  stop: ReasonField,
  explain_delay: ReasonField,
  postpone: (form) => (
    <>
      <DayField {...form} name="newDueOn" label="new_due" min={form.today} />
      <ReasonField {...form} />
    </>
  ),
  raise_budget: (form) => (
    <>
      <AmountField {...form} label="total" />
      <LineField {...form} name="deliberation" label="decision" most={32} />
      <ReasonField {...form} />
    </>
  ),
  spend: (form) => (
    <>
      <Done {...form} />
      <LineField {...form} name="label" label="label" most={limits.label} />
      <AmountField {...form} label="amount" />
      <LineField {...form} name="receiptNo" label="receipt" most={limits.receipt} />
    </>
  ),
  add_milestone: (form) => (
    <>
      <LineField {...form} name="title" label="title" most={limits.label} />
      <DayField {...form} name="dueOn" label="due" min={form.today} />
    </>
  ),
  reach_milestone: (form) => (
    <>
      <SelectField
        {...form.view.at('ordinal')}
        label={form.t('project.desk.field.ordinal')}
        empty={form.t('project.desk.field.choose')}
        options={form.shown.milestones
          .filter((one) => one.doneOn === null)
          .map((one) => ({ value: String(one.ordinal), label: one.title }))}
        required
      />
      <Done {...form} />
      <LineField {...form} name="words" label="words" most={limits.reason} optional />
    </>
  ),
  add_photo: (form) => (
    <>
      <FileField
        name="photo.work"
        id="add_photo-photo-work"
        icon="images"
        label={form.t('project.desk.field.photo')}
        error={form.view.error('photo.work')}
      />
      <KeptPhotos ids={form.view.list('kept.work')} kind="work" t={form.t} />
      <LineField {...form} name="words" label="caption" most={limits.caption} />
      <Done {...form} name="takenOn" label="taken" />
    </>
  ),
  correct_spend: (form) => (
    <>
      <SelectField
        {...form.view.at('spend')}
        label={form.t('project.desk.field.spend')}
        empty={form.t('project.desk.field.choose')}
        options={countingSpends(form.shown).map((one) => ({
          value: one.id,
          label: `${one.on} ${one.label} ${yuanText(one.amountFen)}`,
        }))}
        required
      />
      <ReasonField {...form} />
    </>
  ),
  add_source: ({ view, t }) => (
    <PageTextArea {...view.at('orders')} label={t('project.desk.field.orders')} rows={2} required />
  ),
};

const looks: Partial<Record<StepName, { kind: ButtonKind; icon: IconName }>> = {
  start: { kind: 'primary', icon: 'wrench' },
  complete: { kind: 'primary', icon: 'circle-check' },
  explain_delay: { kind: 'primary', icon: 'message' },
  postpone: { kind: 'brown', icon: 'calendar' },
  correct_spend: { kind: 'brown', icon: 'undo' },
  stop: { kind: 'danger', icon: 'ban' },
};

/** One step, folded until it is wanted; the one that was refused stands open with what was typed. */
function StepForm({ step, ...form }: Omit<Form, 'view'> & { step: StepName; kept: KeptForm | null; lead: boolean }) {
  const { shown, kept, lead, t } = form;
  const view = stepView(step, kept);
  const { kind, icon } = looks[step] ?? { kind: 'outline', icon: 'plus' };
  const isPhoto = step === 'add_photo';
  return (
    <details className="fold" id={`step-${step}`} open={view.refused || (lead && kept === null)}>
      <summary>{t(`project.desk.step.${step}`)}</summary>
      <form
        key={view.key}
        className="stack"
        {...(isPhoto
          ? { method: 'post', encType: 'multipart/form-data', action: `${listPath}/${shown.code}/photo` }
          : { action: stepAction })}
      >
        <input type="hidden" name="code" value={shown.code} />
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="clientId" value={newId()} />
        <input type="hidden" name="step" value={step} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <p className="quiet small">{t(`project.desk.rule.${step}`)}</p>
        {fields[step]({ ...form, view })}
        <p>
          <Button kind={kind} icon={icon} data-send>
            {t(`project.desk.step.${step}`)}
          </Button>
        </p>
      </form>
    </details>
  );
}

/** The step that a project waits for: its start, the reason of a date that passed, its end when every milestone is done. */
function leadOf(shown: ProjectDetail): StepName | null {
  if (shown.timing === 'late_unexplained') return 'explain_delay';
  if (shown.status === 'planned') return 'start';
  return shown.abilities.includes('complete') && shown.milestones.length > 0 ? 'complete' : null;
}

/** What this person may do to the project now. */
export function StepForms(props: { shown: ProjectDetail; kept: KeptForm | null; today: string; t: Translate }) {
  const { shown } = props;
  // A step that nothing is there for has no form.
  const empty: StepName[] = [
    ...(shown.milestones.some((one) => one.doneOn === null) ? [] : (['reach_milestone'] as const)),
    ...(countingSpends(shown).length > 0 ? [] : (['correct_spend'] as const)),
  ];
  const open = stepNames.filter((step) => shown.abilities.includes(step) && !empty.includes(step));
  const lead = leadOf(shown);
  return (
    <div className="card folds">
      {open.map((step) => (
        <StepForm key={step} step={step} lead={step === lead} {...props} />
      ))}
    </div>
  );
}
