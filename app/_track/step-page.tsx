import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Tick } from '@/components/choice-fields';
import { ErrorSummary, type FieldError } from '@/components/error-summary';
import { FileField } from '@/components/file-field';
import { Notice } from '@/components/notice';
import { TextArea } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { solvedAnswers } from '@/lib/orders/status';
import { OrderNumber } from '../_order/order-number';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { RateFields, SolvedQuestion } from './rate-fields';
import { type StepFields, type StepName, takesPhotos } from './steps';
import type { Reader, Viewer } from './viewer';

interface StepProps {
  viewer: Viewer;
  reader: Reader;
  step: StepName;
  action: string;
  fields: StepFields;
  errors: FieldError[];
  /** Why the step is not possible now; then there is no form. */
  closed: string | null;
  /** The fields hold what an earlier try left. */
  isKept: boolean;
}

/** One step of a requester on a page of its own: a question, its form, and what was typed when it came back. */
export function StepPage(props: StepProps) {
  const { viewer, reader, step, action, closed } = props;
  const { t } = reader;
  return (
    <Card className="stack">
      <h1>{t(`track.action.${action}`)}</h1>
      <p className="quiet">
        <OrderNumber code={viewer.order.code} /> · {nameIn(reader.locale, viewer.order.itemName)}
      </p>
      {step === 'supplement' && action === 'supplement' && <Question viewer={viewer} reader={reader} />}
      {closed && <Notice kind="wait">{closed}</Notice>}
      {closed && props.isKept && props.fields.words && <KeptWords words={props.fields.words} t={t} />}
      {closed ? (
        <LinkButton kind="outline" wide href={`/t/${viewer.handle}`}>
          {t('track.back_to_order')}
        </LinkButton>
      ) : asksFirst(props) ? (
        <SolvedQuestion t={t} item={viewer.order.item} handle={viewer.handle} />
      ) : (
        <>
          <ErrorSummary title={t('common.error_summary', { count: props.errors.length })} errors={props.errors} />
          <StepForm {...props} />
        </>
      )}
    </Card>
  );
}

export const isSolved = (value: string): boolean => (solvedAnswers as readonly string[]).includes(value);

/** One question a page in elder mode: whether it is solved comes before how content one is. */
const asksFirst = ({ step, reader, fields, errors }: StepProps): boolean =>
  step === 'rate' && reader.mode !== 'standard' && !isSolved(fields.solved) && errors.length === 0;

/** The step is over, and what was typed for it is not lost: it can be copied. */
function KeptWords({ words, t }: { words: string; t: Translate }) {
  return (
    <div>
      <p className="strong">{t('track.kept_words')}</p>
      <p className="words">{words}</p>
    </div>
  );
}

/** What the community asked, in its own words. */
function Question({ viewer, reader: { t, locale } }: Pick<StepProps, 'viewer' | 'reader'>) {
  const asked = viewer.order.timeline.findLast((entry) => entry.type === 'order.info_asked');
  if (!asked?.words) return null;
  return (
    <div>
      <p className="strong">{t('track.asked')}</p>
      <p className="words" lang={wordsLang(locale)}>
        {asked.words}
      </p>
    </div>
  );
}

function StepForm({ viewer, reader: { t, mode }, step, action, fields, errors }: StepProps) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const kept = fields.photoIds.length;
  const isAnswered = mode !== 'standard' && isSolved(fields.solved) && !errorOf('solved');
  return (
    <form
      method="post"
      action={`/t/${viewer.handle}/${step}`}
      encType="multipart/form-data"
      noValidate
      className="stack"
      data-keep={`${viewer.order.code} ${step}`}
      data-own={viewer.order.timeline.filter(({ relation }) => relation === 'requester').length}
    >
      <output className="strong" data-words={t('outbox.words')} data-photos={t('outbox.photos')} />
      <input type="hidden" name="version" value={fields.version} />
      <input type="hidden" name="clientId" value={fields.clientId} />
      {fields.photoIds.map((id) => (
        <input key={id} type="hidden" name="photoIds" value={id} />
      ))}
      {step === 'rate' && (
        <RateFields t={t} item={viewer.order.item} fields={fields} errorOf={errorOf} isAnswered={isAnswered} />
      )}
      {step !== 'nudge' && (
        <TextArea
          name="words"
          label={t(`track.words.${action}`)}
          note={step === 'rate' ? t('common.optional') : undefined}
          hint={t('track.words_hint')}
          error={errorOf('words')}
          defaultValue={fields.words}
          // Far above what is taken: a long paste is not cut in silence, but told to be too long and handed back whole.
          maxLength={5 * limits.words}
          required={step !== 'rate'}
        />
      )}
      {step === 'nudge' && <p>{t('track.nudge_words')}</p>}
      {takesPhotos(step) && (
        <>
          {kept > 0 && <Notice kind="done">{t('track.photos_kept', { count: kept })}</Notice>}
          {kept > 0 && <Tick name="dropPhotos" label={t('track.photos_drop')} />}
          {(kept < limits.requestPhotos || errorOf('photo')) && (
            <FileField
              name="photo"
              label={t('track.photos')}
              note={t('common.optional')}
              hint={t('track.photos_hint')}
              error={errorOf('photo')}
              multiple
            />
          )}
        </>
      )}
      {step === 'amend' && <p className="quiet">{t('track.amend_place')}</p>}
      <Button large wide>
        {t(`track.submit.${action}`)}
      </Button>
      <LinkButton kind="plain" wide href={`/t/${viewer.handle}`}>
        {t('track.back_to_order')}
      </LinkButton>
    </form>
  );
}
