import { CheckboxGroup } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/letters/input';
import type { LetterDetail } from '@/lib/letters/queries/get-letter';
import { nameIn } from '../_shell/names';
import { StepForm, type StepProps } from './step-form';
import { stepView } from './step-view';

type Props = StepProps & { locale: Locale };

/** Decisions of one form; who decided more writes the meeting down with these and the next with the rest. */
const rows = [0, 1, 2];

const unitChoices = ({ units }: LetterDetail, locale: Locale) =>
  units.map(({ code, name }) => ({ value: code, label: nameIn(locale, name) }));

/** Those that are open; for who did not send the letter, those of their own unit. */
const openDecisions = ({ meetings, abilities }: LetterDetail) =>
  meetings
    .flatMap(({ decisions }) => decisions)
    .filter((one) => one.settledAt === null && (one.own || abilities.includes('hold_meeting')))
    .map(({ id, no, words }) => ({ value: id, label: `${no}. ${words}` }));

/** 登记协调会: when, where, about what, who came, and each decision with its owner and its day. */
export function MeetingForm({ found, kept, today, locale, t }: Props) {
  const view = stepView('hold_meeting', kept);
  const units = unitChoices(found, locale);
  return (
    <StepForm {...{ found, view, t }} icon="check">
      <TextField
        {...view.at('heldOn', today)}
        type="date"
        max={today}
        label={t('letter.meeting.field.held_on')}
        required
      />
      <TextField {...view.at('place')} label={t('letter.meeting.field.place')} required maxLength={limits.place} />
      <PageTextArea
        {...view.at('agenda')}
        label={t('letter.meeting.field.agenda')}
        rows={3}
        required
        maxLength={limits.words}
      />
      <CheckboxGroup
        name="present"
        id="hold_meeting-present"
        label={t('letter.meeting.field.present')}
        choices={units}
        values={view.list('present')}
        error={view.error('present')}
      />
      <TextField
        {...view.at('others')}
        label={t('letter.meeting.field.others')}
        note={t('common.optional')}
        maxLength={limits.reason}
      />
      {rows.map((at) => (
        <fieldset key={at} className="stack">
          <legend>{t('letter.meeting.field.decision', { no: at + 1 })}</legend>
          <PageTextArea
            {...view.at(`decisions.${at}.words`)}
            label={t('letter.meeting.field.words')}
            note={t('common.optional')}
            rows={2}
            maxLength={limits.reason}
          />
          <SelectField
            {...view.at(`decisions.${at}.owner`)}
            label={t('letter.meeting.field.owner')}
            options={units}
            empty={t('letter.field.choose')}
          />
          <TextField
            {...view.at(`decisions.${at}.dueOn`)}
            type="date"
            min={today}
            label={t('letter.meeting.field.due_on')}
          />
        </fieldset>
      ))}
    </StepForm>
  );
}

/** 落实: which decision, and what was done. Nothing where none is this reader's. */
export function SettleForm({ found, kept, t }: Props) {
  const open = openDecisions(found);
  if (open.length === 0) return null;
  const view = stepView('settle_decision', kept);
  return (
    <section className="card stack" aria-labelledby="settle">
      <h2 id="settle">{t('letter.lead.settle')}</h2>
      <StepForm {...{ found, view, t }} icon="circle-check" kind="outline">
        <SelectField
          {...view.at('decision', open[0]?.value)}
          label={t('letter.meeting.field.which')}
          options={open}
          required
        />
        <PageTextArea
          {...view.at('words')}
          label={t('letter.meeting.field.done')}
          rows={2}
          required
          maxLength={limits.reply}
        />
      </StepForm>
    </section>
  );
}

/** A later day for a decision, with the reason. */
export function PostponeForm({ found, kept, today, t }: Props) {
  const open = openDecisions(found);
  if (open.length === 0) return null;
  const view = stepView('postpone_decision', kept);
  return (
    <StepForm {...{ found, view, t }} icon="calendar" kind="outline">
      <SelectField
        {...view.at('decision', open[0]?.value)}
        label={t('letter.meeting.field.which')}
        options={open}
        required
      />
      <TextField {...view.at('dueOn')} type="date" min={today} label={t('letter.meeting.field.due_on')} required />
      <PageTextArea
        {...view.at('reason')}
        label={t('letter.field.extend')}
        rows={2}
        required
        maxLength={limits.reason}
      />
    </StepForm>
  );
}
