import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/rounds/input';
import type { HeardRow, RoundDetail } from '@/lib/rounds/queries/get-round';
import { ways } from '@/lib/rounds/status';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { changeListAction, closeAction, publishAction, writeDownAction } from './actions';
import { type RoundForm, type RoundView, roundView, rowsShown } from './fields';

interface Step {
  shown: RoundDetail;
  view: RoundView;
  t: Translate;
  /** What is due now stands open. */
  lead?: boolean;
}

function StepForm(props: Step & { action: (form: FormData) => Promise<void>; children?: ReactNode }) {
  const { shown, view, t, lead, action, children } = props;
  return (
    <details className="fold card" open={view.refused || lead}>
      <summary>{t(`rounds.step.${view.form}.title`)}</summary>
      <form key={view.key} action={action} className="stack">
        <input type="hidden" name="code" value={shown.code} />
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="clientId" value={newId()} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <p className="quiet small">{t(`rounds.step.${view.form}.rule`)}</p>
        {children}
        <p>
          <Button kind={lead ? 'primary' : 'outline'} id={view.at('send').id} data-send>
            {t(`rounds.step.${view.form}.send`)}
          </Button>
        </p>
      </form>
    </details>
  );
}

function WriteDown(step: Step) {
  const { view, t } = step;
  return (
    <StepForm {...step} action={writeDownAction}>
      <RadioCards
        name="way"
        id={view.at('way').id}
        label={t('rounds.step.write_down.way')}
        row
        required
        choices={ways.flatMap((value) => (value === 'web' ? [] : [{ value, label: t(`rounds.way.${value}`) }]))}
        value={view.text('way', 'paper')}
        error={view.error('way')}
      />
      <PageTextArea
        {...view.at('words')}
        label={t('rounds.step.write_down.words')}
        rows={3}
        required
        maxLength={limits.entry}
      />
      <TextField
        {...view.at('heads', '1')}
        type="number"
        min={1}
        max={limits.heads}
        inputMode="numeric"
        label={t('rounds.step.write_down.heads')}
        hint={t('rounds.step.write_down.heads_hint')}
      />
    </StepForm>
  );
}

/** Before the last day is over everybody is told why. */
function Close(step: Step) {
  const { shown, view, t } = step;
  return (
    <StepForm {...step} action={closeAction}>
      {shown.phase !== 'closed' && (
        <PageTextArea
          {...view.at('reason')}
          label={t('rounds.step.close.reason')}
          hint={t('rounds.step.close.reason_hint')}
          rows={2}
          required
          maxLength={limits.row}
        />
      )}
    </StepForm>
  );
}

/** Rows of 我们听到 / 我们做; those left empty are none. The next version begins with the rows of the last. */
function ListForm({
  given,
  action,
  ...step
}: Step & { given: readonly HeardRow[]; action: (form: FormData) => Promise<void> }) {
  const { view, t } = step;
  const open = Math.max(rowsShown, Math.min(limits.rows, given.length + 2));
  const field = (i: number, cell: string, fallback?: string | null) => view.at(`rows.${i}.${cell}`, fallback ?? '');
  return (
    <StepForm {...step} action={action}>
      {Array.from({ length: open }, (_, i) => i).map((i) => (
        <fieldset key={i} className="stack-tight">
          <legend className="label">{t('rounds.step.row', { n: i + 1 })}</legend>
          <PageTextArea
            {...field(i, 'heard', given[i]?.heard.zh)}
            label={t('rounds.heard')}
            rows={2}
            maxLength={limits.row}
          />
          <PageTextArea
            {...field(i, 'doing', given[i]?.doing.zh)}
            label={t('rounds.doing')}
            rows={2}
            maxLength={limits.row}
          />
          <details className="fold">
            <summary>{t('rounds.step.more')}</summary>
            <div className="stack-tight">
              <TextField
                {...field(i, 'who', given[i]?.who)}
                label={t('rounds.step.who')}
                hint={t('rounds.step.who_hint')}
                maxLength={limits.who}
              />
              <TextField {...field(i, 'dueOn', given[i]?.dueOn)} type="date" label={t('rounds.step.due_on')} />
              <TextField
                {...field(i, 'heardEn', given[i]?.heard.en)}
                label={t('rounds.step.heard_en')}
                lang="en"
                maxLength={limits.row}
              />
              <TextField
                {...field(i, 'doingEn', given[i]?.doing.en)}
                label={t('rounds.step.doing_en')}
                lang="en"
                maxLength={limits.row}
              />
            </div>
          </details>
        </fieldset>
      ))}
    </StepForm>
  );
}

/** What may be done next with a round, as its workflow offers it to this person. */
export function NextForms({ shown, kept, t }: { shown: RoundDetail; kept: KeptForm | null; t: Translate }) {
  const may = (form: RoundForm) => (shown.abilities as readonly string[]).includes(form);
  const on = (form: RoundForm) => ({ shown, t, view: roundView(form, kept) });
  return (
    <div className="stack">
      {may('publish') && <ListForm {...on('publish')} given={[]} action={publishAction} lead />}
      {may('write_down') && <WriteDown {...on('write_down')} lead={shown.phase === 'collecting'} />}
      {may('close') && <Close {...on('close')} lead={shown.phase === 'closed'} />}
      {may('add_to_list') && (
        <ListForm {...on('add_to_list')} given={shown.lists.at(-1)?.rows ?? []} action={changeListAction} />
      )}
    </div>
  );
}
