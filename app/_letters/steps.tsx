import type { IconName } from '@/components/icon';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/letters/input';
import { Fold, FoldGroup } from '../_work/fold';
import { MeetingForm, PostponeForm, SettleForm } from './meeting-forms';
import { StepForm, type StepProps } from './step-form';
import { type StepName, type StepView, stepView } from './step-view';

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

function ReasonForm(props: StepProps & { step: 'send_back' | 'extend' | 'close' | 'call_off'; icon: IconName }) {
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

const meetingFolds = ['hold_meeting', 'postpone_decision'] as const;

/** What this reader does next, open; the rest folded. Whose turn it is otherwise stands in the head. */
export function LetterSteps(props: StepProps & { locale: Locale; wanted: string | string[] | undefined }) {
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
      {can('settle_decision') && <SettleForm {...props} />}
      {can('close') && (
        <section className="card stack" aria-labelledby="close">
          <h2 id="close">{t('letter.lead.close')}</h2>
          <ReasonForm {...props} step="close" icon="circle-check" />
        </section>
      )}
      {more.length > 0 && (
        <FoldGroup label={t('letter.more')}>
          {meetingFolds.filter(can).map((step) => (
            <Fold key={step} id={step} title={t(`letter.step.${step}`)} open={kept?.form === step || wanted === step}>
              {step === 'hold_meeting' ? <MeetingForm {...props} /> : <PostponeForm {...props} />}
            </Fold>
          ))}
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
