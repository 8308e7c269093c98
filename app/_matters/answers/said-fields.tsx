import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/answers/input';
import type { Translate } from '../../_shell/translate';
import type { AnswerView } from './fields';

interface Props {
  view: AnswerView;
  t: Translate;
}

/** What everybody is told, in Chinese and, where somebody writes it, in English. */
export function WordsFields({ view, t, label, hint }: Props & { label: string; hint?: string }) {
  return (
    <>
      <PageTextArea {...view.at('words')} label={label} hint={hint} rows={4} required maxLength={limits.words} />
      <PageTextArea
        {...view.at('wordsEn')}
        label={t('answers.form.words_en')}
        note={t('common.optional')}
        lang="en"
        rows={3}
        maxLength={limits.words}
      />
    </>
  );
}

export function ReasonField({ view, t, label }: Props & { label: string }) {
  return (
    <PageTextArea
      {...view.at('reason')}
      label={label}
      hint={t('answers.form.reason_hint')}
      rows={2}
      required
      maxLength={limits.reason}
    />
  );
}

/** Numbers of the cases that the matter went to. */
export function LinkFields({
  view,
  t,
  given,
}: Props & { given?: { deliberation: string | null; project: string | null } }) {
  return (
    <div className="cols">
      <TextField
        {...view.at('deliberation', given?.deliberation ?? '')}
        label={t('answers.form.deliberation')}
        note={t('common.optional')}
        placeholder="PL-YS-2024-001"
        autoComplete="off"
      />
      <TextField
        {...view.at('project', given?.project ?? '')}
        label={t('answers.form.project')}
        note={t('common.optional')}
        placeholder="PL-BS-2024-001"
        autoComplete="off"
      />
    </div>
  );
}
