import { RadioCards } from '@/components/choice-fields';
import { TextField } from '@/components/text-fields';
import { enteredWays } from '@/lib/mediation/status';
import type { Translate } from '../_shell/translate';
import type { StepView } from './step-fields';

/** How and on which day the secretary learned what a party wants; who speaks for themselves is not asked. */
export function LearnedFields({ view, today, t }: { view: StepView; today: string; t: Translate }) {
  return (
    <>
      <RadioCards
        {...view.at('how')}
        row="chips"
        required
        label={t('mediation.field.how')}
        choices={enteredWays.map((value) => ({ value, label: t(`mediation.how.${value}`) }))}
        value={view.text('how')}
      />
      <TextField {...view.at('on', today)} type="date" max={today} label={t('mediation.field.on_said')} required />
    </>
  );
}
