import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { IconName } from '@/components/icon';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/letters/input';
import type { LetterDetail } from '@/lib/letters/queries/get-letter';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { Fold, FoldGroup } from '../_work/fold';
import { stepAction } from './actions';
import { type StepName, type StepView, stepView } from './step-view';

interface StepProps {
  found: LetterDetail;
  kept: KeptForm | null;
  /** `YYYY-MM-DD` */
  today: string;
  t: Translate;
}

/** The frame of every step's form: on which letter it acts, what its reader had seen, the refusal of the last try. */
function StepForm(props: {
  found: LetterDetail;
  view: StepView;
  kind?: ButtonKind;
  icon: IconName;
  t: Translate;
  children?: ReactNode;
}) {
  const { found, view, t } = props;
  return (
    <form key={view.key} action={stepAction} className="stack">
      <input type="hidden" name="code" value={found.code} />
      <input type="hidden" name="version" value={found.version} />
      <input type="hidden" name="step" value={view.step} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {props.children}
      <p>
        <Button kind={props.kind} icon={props.icon}>
          {t(`letter.step.${view.step}`)}
        </Button>
      </p>
    </form>
  );
}

function ReplyForm({ found, kept, t }: StepProps) {
  const view = stepView('reply', kept);
  return (
    <StepForm {...{ found, view, t }} icon="send">
      <PageTextArea
        {...view.at('words')}
        label={t('letter.field.reply')}
        hint={t('letter.field.reply_hint')}
        rows={4}
        required
        maxLength={limits.reply}
      />
    </StepForm>
  );
}

function DayField({ found, view, today, t }: Omit<StepProps, 'kept'> & { view: StepView }) {
  return (
    <TextField
      {...view.at('replyBy', found.replyBy < today ? '' : found.replyBy)}
      type="date"
      min={today}
      label={t('letter.field.reply_by')}
      required
    />
  );
}

function ReasonForm(props: StepProps & { step: Exclude<StepName, 'receive' | 'reply'>; icon: IconName }) {
  const { step, found, kept, today, t } = props;
  const view = stepView(step, kept);
  const hasDay = step === 'send_back' || step === 'extend';
  return (
    <StepForm {...{ found, view, t }} icon={props.icon} kind={step === 'call_off' ? 'brown' : 'outline'}>
      <PageTextArea
        {...view.at('reason')}
        label={t(`letter.field.${step}`)}
        rows={2}
        required
        maxLength={limits.reason}
      />
      {hasDay && <DayField {...{ found, view, today, t }} />}
    </StepForm>
  );
}

const folded = [
  ['send_back', 'undo'],
  ['extend', 'calendar'],
  ['call_off', 'ban'],
] as const;

/** What this reader does next, open; the rest folded. Whose turn it is otherwise stands in the head. */
export function LetterSteps(props: StepProps & { wanted: string | string[] | undefined }) {
  const { found, kept, wanted, t } = props;
  const can = (step: StepName) => found.abilities.includes(step);
  const more = folded.filter(([step]) => can(step));
  return (
    <>
      {can('receive') && (
        <section className="card stack" aria-labelledby="receive">
          <h2 id="receive">{t('letter.lead.receive')}</h2>
          <StepForm {...{ found, t }} view={stepView('receive', kept)} icon="circle-check" />
        </section>
      )}
      {can('reply') && (
        <section className="card stack" aria-labelledby="reply">
          <h2 id="reply">
            {t(found.units.some((unit) => unit.own && unit.repliedAt) ? 'letter.lead.again' : 'letter.lead.reply')}
          </h2>
          <ReplyForm {...props} />
        </section>
      )}
      {can('close') && (
        <section className="card stack" aria-labelledby="close">
          <h2 id="close">{t('letter.lead.close')}</h2>
          <ReasonForm {...props} step="close" icon="circle-check" />
        </section>
      )}
      {more.length > 0 && (
        <FoldGroup label={t('letter.more')}>
          {more.map(([step, icon]) => (
            <Fold key={step} id={step} title={t(`letter.step.${step}`)} open={kept?.form === step || wanted === step}>
              <ReasonForm {...props} step={step} icon={icon} />
            </Fold>
          ))}
        </FoldGroup>
      )}
    </>
  );
}
