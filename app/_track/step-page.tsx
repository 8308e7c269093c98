import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary, type FieldError } from '@/components/error-summary';
import { FileField } from '@/components/file-field';
import { Notice } from '@/components/notice';
import { RatingField } from '@/components/rating-field';
import { TextArea } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { dissatisfiedReasons, solvedAnswers } from '@/lib/orders/status';
import { OrderNumber } from '../_order/order-number';
import type { Translate } from '../_shell/translate';
import type { StepFields, StepName } from './steps';
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
}

/** One step of a requester on a page of its own: a question, its form, and what was typed when it came back. */
export function StepPage(props: StepProps) {
  const { viewer, reader, step, action, closed } = props;
  const { t } = reader;
  return (
    <>
      <Card className="stack">
        <h1>{t(`track.action.${action}`)}</h1>
        <p className="quiet">
          <OrderNumber code={viewer.order.code} /> ·{' '}
          {reader.locale === 'en' ? viewer.order.itemName.en : viewer.order.itemName.zh}
        </p>
        {closed ? (
          <>
            <Notice kind="wait">{closed}</Notice>
            <LinkButton kind="outline" wide href={`/t/${viewer.handle}`}>
              {t('track.back_to_order')}
            </LinkButton>
          </>
        ) : (
          <>
            <ErrorSummary title={t('common.error_summary', { count: props.errors.length })} errors={props.errors} />
            <StepForm {...props} />
          </>
        )}
      </Card>
      {step === 'supplement' && action === 'supplement' && <Question viewer={viewer} t={t} />}
    </>
  );
}

/** What the community asked, in its own words. */
function Question({ viewer, t }: { viewer: Viewer; t: Translate }) {
  const asked = viewer.order.timeline.findLast((entry) => entry.type === 'order.info_asked');
  if (!asked?.words) return null;
  return (
    <Card className="stack">
      <h2>{t('track.asked')}</h2>
      <p lang="zh">{asked.words}</p>
    </Card>
  );
}

function StepForm({ viewer, reader: { t }, step, action, fields, errors }: StepProps) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const takesPhotos = step === 'rate' || step === 'supplement' || step === 'amend';
  return (
    <form method="post" action={`/t/${viewer.handle}/${step}`} encType="multipart/form-data" className="stack">
      <input type="hidden" name="version" value={fields.version} />
      <input type="hidden" name="clientId" value={fields.clientId} />
      {fields.photoIds.map((id) => (
        <input key={id} type="hidden" name="photoIds" value={id} />
      ))}
      {step === 'rate' && <RateFields t={t} fields={fields} errorOf={errorOf} />}
      {step !== 'nudge' && (
        <TextArea
          name="words"
          label={t(`track.words.${action}`)}
          note={step === 'rate' || step === 'amend' ? t('common.optional') : undefined}
          hint={t('track.words_hint')}
          error={errorOf('words')}
          defaultValue={fields.words}
          maxLength={step === 'amend' || action === 'note' ? limits.words : limits.shortWords}
          required={step !== 'rate' && step !== 'amend'}
          lang="zh"
        />
      )}
      {step === 'nudge' && <p>{t('track.nudge_words')}</p>}
      {takesPhotos && (
        <FileField
          name="photo"
          label={t('track.photos')}
          note={t('common.optional')}
          hint={
            fields.photoIds.length > 0
              ? t('track.photos_kept', { count: fields.photoIds.length })
              : t('track.photos_hint')
          }
          error={errorOf('photo')}
          multiple
        />
      )}
      <Button large wide>
        {t(`track.submit.${action}`)}
      </Button>
      <LinkButton kind="plain" wide href={`/t/${viewer.handle}`}>
        {t('track.back_to_order')}
      </LinkButton>
    </form>
  );
}

function RateFields({
  t,
  fields,
  errorOf,
}: {
  t: Translate;
  fields: StepFields;
  errorOf: (field: string) => React.ReactNode;
}) {
  return (
    <>
      <RadioCards
        name="solved"
        label={t('rate.solved.question')}
        value={fields.solved}
        error={errorOf('solved')}
        choices={solvedAnswers.map((value) => ({ value, label: t(`rate.solved.${value}`) }))}
        required
        row
      />
      <RatingField
        name="stars"
        label={t('rate.level.question')}
        words={[t('rate.level.5'), t('rate.level.4'), t('rate.level.3'), t('rate.level.2'), t('rate.level.1')]}
        value={Number(fields.stars) || undefined}
        error={errorOf('stars')}
        required
      />
      <RadioCards
        name="reason"
        label={t('rate.reason.question')}
        hint={t('rate.reason.hint')}
        value={fields.reason}
        error={errorOf('reason')}
        choices={dissatisfiedReasons.map((value) => ({ value, label: t(`rate.reason.${value}`) }))}
        row
      />
    </>
  );
}
