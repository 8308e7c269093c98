import type { ReactNode } from 'react';
import { LinkButton } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { RatingField } from '@/components/rating-field';
import { dissatisfiedReasons, solvedAnswers } from '@/lib/orders/status';
import type { Translate } from '../_shell/translate';
import { solvedQuestion } from './solved-question';
import type { StepFields } from './steps';

interface RateProps {
  t: Translate;
  item: string | undefined;
  fields: StepFields;
  errorOf: (field: string) => ReactNode;
}

/**
 * Elder mode asks first, on a page of its own, in the words of the thing: 灯亮了吗? Each answer leads on, and none looks
 * like the one to press: what people answer here is counted.
 */
export function SolvedQuestion({ t, item, handle }: Pick<RateProps, 't' | 'item'> & { handle: string }) {
  const question = solvedQuestion(item);
  return (
    <>
      <h2>{t(`${question}.question`)}</h2>
      {solvedAnswers.map((value) => (
        <LinkButton key={value} kind="outline" large wide href={`/t/${handle}/rate?solved=${value}`}>
          {t(`${question}.${value}`)}
        </LinkButton>
      ))}
    </>
  );
}

/** Whether it is solved, five named faces, and what is wrong; `isAnswered`: the first was answered on the page before. */
export function RateFields({ t, item, fields, errorOf, isAnswered }: RateProps & { isAnswered: boolean }) {
  const question = solvedQuestion(item);
  return (
    <>
      {isAnswered ? (
        <p className="line">
          <input type="hidden" name="solved" value={fields.solved} />
          {t(`${question}.question`)} <b>{t(`${question}.${fields.solved}`)}</b>
          <a className="tel" href="?">
            {t('rate.change')}
          </a>
        </p>
      ) : (
        <RadioCards
          name="solved"
          label={t(`${question}.question`)}
          value={fields.solved}
          error={errorOf('solved')}
          choices={solvedAnswers.map((value) => ({ value, label: t(`${question}.${value}`) }))}
          required
          row
        />
      )}
      <RatingField
        name="stars"
        label={t('rate.level.question')}
        words={[t('rate.level.5'), t('rate.level.4'), t('rate.level.3'), t('rate.level.2'), t('rate.level.1')]}
        value={Number(fields.stars) || undefined}
        error={errorOf('stars')}
        required
      />
      {/* In sight once the answer asks for it (the sheet of these pages); where a browser cannot tell, always. */}
      <div className="if-unhappy">
        <RadioCards
          name="reason"
          label={t('rate.reason.question')}
          hint={t('rate.reason.hint')}
          value={fields.reason}
          error={errorOf('reason')}
          choices={dissatisfiedReasons.map((value) => ({ value, label: t(`rate.reason.${value}`) }))}
          row
        />
      </div>
    </>
  );
}
