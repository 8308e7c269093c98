import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { FileField } from '@/components/file-field';
import { TextField } from '@/components/text-fields';
import type { AnswerDetail } from '@/lib/answers/queries/get-answer';
import { newId } from '@/lib/kernel/ids';
import type { KeptForm } from '../../_shell/kept';
import { KeptPhotos } from '../../_shell/kept-photos';
import type { Translate } from '../../_shell/translate';
import { linkAction, restateAction, rewordAction, takeBackAction } from './actions';
import { type AnswerForm, type AnswerView, answerView } from './fields';
import { LinkFields, ReasonField, WordsFields } from './said-fields';

interface Props {
  shown: AnswerDetail;
  kept: KeptForm | null;
  /** The promise is late: what is asked for stands open. */
  lead?: boolean;
  today: string;
  t: Translate;
}

/** One step of an answer: folded until it is wanted, open again when it was refused. */
function Step(props: {
  shown: AnswerDetail;
  view: AnswerView;
  lead?: boolean;
  action: ((form: FormData) => Promise<void>) | string;
  t: Translate;
  children: ReactNode;
}) {
  const { shown, view, lead, action, t, children } = props;
  const posted = typeof action === 'string' ? ({ method: 'post', encType: 'multipart/form-data' } as const) : {};
  return (
    <details className="fold card" open={view.refused || lead}>
      <summary>{t(`answers.step.${view.form}.title`)}</summary>
      <form key={view.key} action={action} {...posted} className="stack">
        <input type="hidden" name="code" value={shown.code} />
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="clientId" value={newId()} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <p className="quiet small">{t(`answers.step.${view.form}.rule`)}</p>
        {children}
        <p>
          <Button kind={lead ? 'primary' : 'outline'} data-send>
            {t(`answers.step.${view.form}.send`)}
          </Button>
        </p>
      </form>
    </details>
  );
}

/** What may be said next of an answer, as its workflow offers it to this person. */
export function NextForms({ shown, kept, lead, today, t }: Props) {
  const may = (form: AnswerForm) => (shown.abilities as readonly string[]).includes(form);
  const on = (form: AnswerForm) => ({ shown, t, view: answerView(form, kept) });
  const [restate, fulfil, takeBack, reword, link] = [
    on('restate'),
    on('fulfil'),
    on('take_back'),
    on('reword'),
    on('link'),
  ];
  return (
    <div className="stack">
      {may('restate') && (
        <Step {...restate} lead={lead} action={restateAction}>
          <TextField {...restate.view.at('dueOn')} type="date" min={today} required label={t('answers.form.new_due')} />
          <WordsFields view={restate.view} t={t} label={t('answers.form.words')} />
          <ReasonField view={restate.view} t={t} label={t('answers.form.why_later')} />
        </Step>
      )}
      {may('fulfil') && (
        <Step {...fulfil} action={`/desk/answers/${shown.code}/fulfil`}>
          <TextField
            {...fulfil.view.at('doneOn', today)}
            type="date"
            max={today}
            required
            label={t('answers.form.done_on')}
          />
          <WordsFields view={fulfil.view} t={t} label={t('answers.form.done_words')} />
          <FileField
            name="photo.photo"
            id={fulfil.view.at('photo.photo').id}
            icon="images"
            multiple
            label={t('answers.form.photos')}
            note={t('common.optional')}
            hint={t('answers.form.photos_hint')}
            error={fulfil.view.error('photo.photo')}
          />
          <KeptPhotos ids={fulfil.view.list('kept.photo')} kind="photo" t={t} />
        </Step>
      )}
      {may('reword') && (
        <Step {...reword} action={rewordAction}>
          <WordsFields view={reword.view} t={t} label={t('answers.form.words')} />
          <ReasonField view={reword.view} t={t} label={t('answers.form.why_more')} />
        </Step>
      )}
      {may('take_back') && (
        <Step {...takeBack} action={takeBackAction}>
          <WordsFields view={takeBack.view} t={t} label={t('answers.form.words')} />
          <ReasonField view={takeBack.view} t={t} label={t('answers.form.why_not')} />
        </Step>
      )}
      {may('link') && (
        <Step {...link} action={linkAction}>
          <LinkFields view={link.view} t={t} given={shown} />
        </Step>
      )}
    </div>
  );
}
