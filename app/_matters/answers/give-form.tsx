import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/answers/input';
import { decisions, weighedBy } from '@/lib/answers/status';
import { newId } from '@/lib/kernel/ids';
import type { Translate } from '../../_shell/translate';
import { giveAction } from './actions';
import type { AnswerView } from './fields';
import { LinkFields, ReasonField, WordsFields } from './said-fields';

/** 审议—答复: decided how, by whom and when, what everybody is told, why, and until when. */
export function GiveForm({ order, today, view, t }: { order: string; today: string; view: AnswerView; t: Translate }) {
  return (
    <form key={view.key} action={giveAction} className="card stack">
      <input type="hidden" name="order" value={order} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <TextField
        {...view.at('title')}
        label={t('answers.form.title')}
        hint={t('answers.form.title_hint')}
        required
        maxLength={limits.title}
      />
      <TextField
        {...view.at('titleEn')}
        label={t('answers.form.title_en')}
        note={t('common.optional')}
        lang="en"
        maxLength={limits.titleEn}
      />
      <RadioCards
        name="decision"
        id={view.at('decision').id}
        label={t('answers.decided')}
        row
        required
        choices={decisions.map((value) => ({ value, label: t(`answers.decision.${value}`) }))}
        value={view.text('decision')}
        error={view.error('decision')}
      />
      <TextField
        {...view.at('dueOn')}
        type="date"
        min={today}
        label={t('answers.form.due_on')}
        hint={t('answers.form.due_hint')}
      />
      <WordsFields view={view} t={t} label={t('answers.form.words')} hint={t('answers.form.words_hint')} />
      <ReasonField view={view} t={t} label={t('answers.form.reason')} />
      <RadioCards
        name="weighedBy"
        id={view.at('weighedBy').id}
        label={t('answers.weighed')}
        row
        required
        choices={weighedBy.map((value) => ({ value, label: t(`answers.by.${value}`) }))}
        value={view.text('weighedBy', 'two_committees')}
        error={view.error('weighedBy')}
      />
      <TextField {...view.at('weighedOn', today)} type="date" max={today} required label={t('answers.weighed_on')} />
      <LinkFields view={view} t={t} />
      <p>
        <Button icon="send" data-send>
          {t('answers.form.send')}
        </Button>
      </p>
    </form>
  );
}
