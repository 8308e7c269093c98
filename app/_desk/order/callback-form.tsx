import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { KeepTyped } from '@/components/outbox/keep-typed';
import { PageTextArea } from '@/components/page-text-area';
import { RatingField } from '@/components/rating-field';
import { limits } from '@/lib/orders/input';
import { solvedAnswers } from '@/lib/orders/status';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import { ActionForm, type OnOrder } from './action-form';

export const callbackControls = {
  reached: 'reached',
  via: 'via',
  contactedInTime: 'contactedInTime',
  solved: 'solved',
  stars: 'stars',
  words: 'callback-words',
};

/** 回访 and 代评 (3.6): what was heard, or that nobody answered; three vain tries on two days are noted as unreachable. */
export function CallbackForm(props: {
  on: OnOrder;
  view: FormView;
  action: (form: FormData) => Promise<void>;
  /** Days of the calls that reached nobody. */
  vain: string[];
  /** Done anew, so that the call has to be made whatever was said. */
  again?: boolean;
  /** How to reach them: the number to press, or the way to it. */
  call: ReactNode;
  /** Who hears: half of a call stands here again for nobody else. */
  by: string;
  t: Translate;
}) {
  const { on, view, action, vain, again, call, by, t } = props;
  const yesNo = (key: string) => [
    { value: 'true', label: t(`callback.${key}.yes`) },
    { value: 'false', label: t(`callback.${key}.no`) },
  ];
  const words = ([5, 4, 3, 2, 1] as const).map((level) => t(`state.level.${level}`));
  return (
    <section className="card stack" aria-labelledby="callback">
      <h2 id="callback">{t('callback.title')}</h2>
      {again && <p className="strong">{t('callback.again')}</p>}
      <p className="small">{t('callback.script')}</p>
      <p className="quiet small">
        {t('callback.tries', { count: vain.length, days: new Set(vain).size })} {t('callback.three_tries')}
      </p>
      {call}
      <ActionForm order={on} view={view} action={action} typed={`callback/${on.code}`} t={t}>
        <RadioCards
          name="via"
          label={t('callback.via.label')}
          row
          choices={(['phone', 'hall', 'visit'] as const).map((via) => ({
            value: via,
            label: t(`callback.via.${via}`),
          }))}
          value={view.text('via', 'phone')}
          error={view.error('via')}
        />
        <RadioCards
          name="reached"
          label={t('callback.reached.label')}
          row
          choices={yesNo('reached')}
          value={view.text('reached')}
          error={view.error('reached')}
          required
        />
        <RadioCards
          name="contactedInTime"
          label={t('callback.contacted.label')}
          hint={t('callback.if_reached')}
          row
          choices={yesNo('contacted')}
          value={view.text('contactedInTime')}
        />
        <RadioCards
          name="solved"
          label={t('callback.solved.label')}
          hint={t('callback.if_reached')}
          row
          choices={solvedAnswers.map((answer) => ({ value: answer, label: t(`callback.solved.${answer}`) }))}
          value={view.text('solved')}
          error={view.error('solved')}
        />
        <RatingField
          name="stars"
          label={t('callback.stars')}
          hint={t('callback.if_reached')}
          words={words as [string, string, string, string, string]}
          value={Number(view.text('stars')) || undefined}
          error={view.error('stars')}
        />
        <PageTextArea
          {...view.field('words')}
          id="callback-words"
          label={t('callback.words')}
          rows={3}
          required
          maxLength={limits.shortWords}
        />
        <Button icon="phone" data-send>
          {t('callback.send')}
        </Button>
        <KeepTyped owner={by} always texts={{ words: t('outbox.words'), photos: t('outbox.photos') }} />
      </ActionForm>
    </section>
  );
}
