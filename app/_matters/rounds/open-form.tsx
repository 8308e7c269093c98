import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/rounds/input';
import type { Translate } from '../../_shell/translate';
import { openAction } from './actions';
import type { RoundView } from './fields';

/** 征求意见: one question to everybody of a community, from the first day to the last. */
export function OpenForm({
  community,
  today,
  view,
  t,
}: {
  community: string;
  today: string;
  view: RoundView;
  t: Translate;
}) {
  return (
    <form key={view.key} action={openAction} className="stack">
      <input type="hidden" name="community" value={community} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <TextField
        {...view.at('question')}
        label={t('rounds.open.question')}
        hint={t('rounds.open.question_hint')}
        required
        maxLength={limits.question}
      />
      <TextField
        {...view.at('questionEn')}
        label={t('rounds.open.question_en')}
        note={t('common.optional')}
        lang="en"
        maxLength={limits.questionEn}
      />
      <PageTextArea
        {...view.at('words')}
        label={t('rounds.open.words')}
        note={t('common.optional')}
        rows={3}
        maxLength={limits.words}
      />
      <div className="cols">
        <TextField {...view.at('opensOn', today)} type="date" required label={t('rounds.open.opens_on')} />
        <TextField {...view.at('closesOn')} type="date" min={today} required label={t('rounds.open.closes_on')} />
      </div>
      <p>
        <Button icon="megaphone" data-send>
          {t('rounds.open.send')}
        </Button>
      </p>
    </form>
  );
}
