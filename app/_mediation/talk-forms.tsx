import { Tick } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import { SelectField, TextField } from '@/components/text-fields';
import { rfc3339 } from '@/lib/kernel/clock';
import { limits } from '@/lib/mediation/input';
import type { OpinionView } from '@/lib/mediation/queries/get-mediation';
import { shanghaiField } from '../_desk/shift-times';
import type { FormProps } from './form-props';
import { stepView } from './step-fields';
import { StepForm } from './step-form';

/** 调解记录 of a session that was held (20, 27); where it may escalate, the police are called first (25). */
export function SessionForm({ found, kept, now, t }: FormProps) {
  const view = stepView('hold_session', kept);
  const latest = shanghaiField(rfc3339(now));
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.hold_session')} icon="notebook">
      <p className="quiet small">{t('mediation.session.danger')}</p>
      <TextField
        {...view.at('heldAt')}
        type="datetime-local"
        max={latest}
        label={t('mediation.field.held_at')}
        required
      />
      <TextField {...view.at('place')} label={t('mediation.field.place')} required maxLength={limits.place} />
      <PageTextArea
        {...view.at('words')}
        label={t('mediation.field.session_words')}
        hint={t('mediation.field.session_hint')}
        rows={6}
        required
        maxLength={limits.words}
      />
      <TextField
        {...view.at('others')}
        label={t('mediation.field.others')}
        note={t('common.optional')}
        hint={t('mediation.field.others_hint')}
        maxLength={limits.others}
      />
      <Tick
        name="othersAgreed"
        value="true"
        label={t('mediation.field.others_agreed')}
        checked={view.text('othersAgreed') === 'true'}
      />
      {view.error('othersAgreed') && <p className="error">{view.error('othersAgreed')}</p>}
    </StepForm>
  );
}

/** M19: the question goes to the legal duty without names. */
export function AskForm({ found, kept, duty, t }: FormProps) {
  const view = stepView('ask_opinion', kept);
  if (duty.length === 0) return <p className="quiet">{t('mediation.duty.nobody')}</p>;
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.ask_opinion')} kind="outline" icon="help">
      <SelectField
        {...view.at('duty')}
        label={t('mediation.field.duty')}
        empty={t('mediation.choose')}
        required
        options={duty.map((one) => ({
          value: one.id,
          label: [t(`mediation.duty.kind.${one.kind}`), one.name, one.office, one.phone].filter(Boolean).join(' · '),
        }))}
      />
      <PageTextArea
        {...view.at('question')}
        label={t('mediation.field.question')}
        hint={t('mediation.field.question_hint')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
    </StepForm>
  );
}

/** What was answered on the phone or on paper, word for word: an opinion, for reference. */
export function AnswerForm({ found, kept, opinion, t }: FormProps & { opinion: OpinionView }) {
  const view = stepView('answer_opinion', kept, opinion.id);
  return (
    <StepForm
      {...{ found, view, t }}
      send={t('mediation.step.answer_opinion')}
      kind="outline"
      icon="check"
      hidden={{ opinion: opinion.id }}
    >
      <PageTextArea
        {...view.at('words')}
        label={t('mediation.field.opinion')}
        rows={3}
        required
        maxLength={limits.words}
      />
    </StepForm>
  );
}
