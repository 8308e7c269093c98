import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { KeptReport } from '../outbox/report-outbox';
import { DangerNotice } from './danger';
import { type Fields, fieldsOf, one, reportControls, type Step, steps } from './fields';
import { KindChoice, KindQuestion } from './kind-question';
import { type KindTile, kindOf } from './kinds';
import { LivePreview } from './live-report';
import { ReadBack } from './read-back';
import { type FieldsProps, KeptPhotos, PhotoFields, PlaceFields, SentBefore, WordsField } from './report-fields';
import { reportAction, reportFormId } from './report-form';

export interface StepProps extends FieldsProps {
  step: Step;
  locale: Locale;
  /** The place as the program understood it, for the read-back and for asking whether it is right. */
  placeLine: string;
  /** A place to be asked about by yes or no; null: it has to be chosen. */
  offered: Fields | null;
  /** The tile behind which the first page asks further. */
  tile: KindTile | null;
  /** What is reported when nothing is said; empty when something must be. */
  instead: string;
  /** All questions on one page, and only the last check on its own: nothing to go back to but the form. */
  isOnePage: boolean;
}

/** The answers of the other pages travel along, so that each post is the whole form. */
function OtherAnswers({ view, step, offered }: Pick<StepProps, 'view' | 'step' | 'offered'>) {
  const here: readonly string[] = fieldsOf(step);
  const names = [...Object.keys(reportControls), 'kind', 'here', 'lat', 'lng'].filter(
    (name) => name !== 'photos' && !here.includes(name),
  );
  const asked = step === 2 && !offered ? ['here', 'lat', 'lng'] : [];
  const beside = [...names.filter((name) => !asked.includes(name)), ...(step === 2 ? [] : ['community'])];
  return beside.map((name) => {
    const value = view.text(name);
    return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
  });
}

/** 在哪儿? The place of last time by yes or no, or one that is chosen. */
function PlaceQuestion(props: StepProps) {
  const { offered, placeLine, t } = props;
  if (!offered) return <PlaceFields {...props} />;
  return (
    <>
      {(['area', 'point', 'address', 'detail'] as const).map((name) => {
        const value = one(offered, name);
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
      })}
      <h2 className="question">{t('report.place.label')}</h2>
      <p className="read-back">{t('report.place.offered', { place: placeLine })}</p>
    </>
  );
}

function Question(props: StepProps) {
  const { step, tile, view, data, t } = props;
  if (step === 1 && tile) return <KindChoice tile={tile} phones={data.phones} t={t} />;
  if (step === 1) return <KindQuestion kind={kindOf(view.fields)} t={t} />;
  if (step === 2) return <PlaceQuestion {...props} />;
  if (step === 4) return <ReadBack {...props} />;
  return (
    <>
      <WordsField {...props} />
      <details className="fold" open={view.photoIds.length > 0 || view.error('photos') !== undefined}>
        <summary>{t('report.photo.fold')}</summary>
        <PhotoFields {...props} />
      </details>
      <LivePreview label={t('report.preview.label')} fresh={view.text('fresh')} />
    </>
  );
}

function Buttons({ step, offered, isOnePage, t }: StepProps) {
  if (step === 1) return null;
  const onward =
    step === 4 ? t('report.submit_right') : step === 2 && offered ? t('report.place.yes') : t('report.next');
  return (
    <div className="step-buttons">
      {/* First in the document, so that the Enter key goes on and not back; drawn last. */}
      <Button name="do" value={step === 4 ? 'submit' : 'next'} large>
        {onward}
      </Button>
      {step === 2 && offered && (
        <Button name="do" value="elsewhere" kind="outline" large formNoValidate>
          {t('report.place.no')}
        </Button>
      )}
      {isOnePage && <input type="hidden" name="back" value="form" />}
      <Button name="do" value="back" kind={step === 2 && offered ? 'plain' : 'outline'} large formNoValidate>
        {step === 4 ? t('report.change') : t('report.back')}
      </Button>
    </div>
  );
}

/** R2e: one question a page over the same draft; the last page reads back and sends. */
export function ReportSteps(props: StepProps) {
  const { view, data, step, tile, isOnePage, t } = props;
  const errors = view.errors(step === 4 ? undefined : fieldsOf(step));
  const isUnwell = tile?.name === 'unwell';
  return (
    <form
      key={`${step}-${tile?.name}-${view.key}`}
      id={reportFormId}
      method="post"
      action={reportAction}
      encType="multipart/form-data"
      noValidate
      className="stack"
    >
      <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
      {/* The last page says it with what becomes of the report. */}
      {step !== 4 && !isUnwell && data.emergencies.length > 0 && (
        <DangerNotice phones={data.phones} emergencies={data.emergencies} t={t} />
      )}
      {!isOnePage && <p className="quiet">{t('report.step', { step, total: steps.length })}</p>}
      <SentBefore {...props} />
      <input type="hidden" name="clientId" value={view.text('clientId')} />
      <input type="hidden" name="step" value={step} />
      <KeptPhotos view={view} />
      <OtherAnswers {...props} />
      <Question {...props} />
      <Buttons {...props} />
      <KeptReport light={step < 3} t={t} />
      {step === 1 && !isUnwell && <DangerNotice phones={data.phones} emergencies={[]} t={t} />}
    </form>
  );
}
