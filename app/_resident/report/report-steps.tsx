import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { Facts } from '@/components/facts';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import { wordsLang } from '../../_shell/names';
import { DangerNotice } from './danger';
import { fieldsOf, namingOf, reportControls, type Step, steps } from './fields';
import {
  type FieldsProps,
  ItemField,
  KeptPhotos,
  NamingFields,
  PhotoFields,
  PlaceFields,
  SentBefore,
  WordsField,
} from './report-fields';
import { reportAction } from './report-form';

interface Props extends FieldsProps {
  step: Step;
  locale: Locale;
  /** The place as the program understood it, for the read-back. */
  placeLine: string;
}

/** The answers of the other pages travel along, so that each post is the whole form. */
function OtherAnswers({ view, step }: Pick<Props, 'view' | 'step'>) {
  const here: readonly string[] = fieldsOf(step);
  const names = Object.keys(reportControls).filter((name) => name !== 'photos' && !here.includes(name));
  return [...names, ...(here.includes('area') ? [] : ['community'])].map((name) => {
    const value = view.text(name);
    return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
  });
}

/** 您反映：…对吗？ Everything once more, in large letters, before it is sent. */
function ReadBack({ view, data, locale, placeLine, t }: Props) {
  const total = view.photoIds.length;
  const item = data.items.find(({ value }) => value === view.text('item'))?.label ?? t('report.check.item_open');
  const naming = namingOf(view.fields);
  return (
    <>
      <h2>{t('report.check.title')}</h2>
      <p className="read-back" lang={wordsLang(locale)}>
        {view.text('words')}
      </p>
      <PhotoStrip
        photos={view.photoIds.map((id, at) => ({
          src: `/photos/${id}?size=thumb`,
          alt: t('common.photo.by_resident', { n: at + 1, total }),
        }))}
      />
      <Facts
        facts={[
          { name: t('report.check.place'), value: placeLine },
          { name: t('report.check.item'), value: item },
          { name: t('report.check.naming'), value: t(`report.naming.${naming}`) },
          { name: t('report.check.phone'), value: view.text('phone') || t('report.check.no_phone') },
          { name: t('report.check.name'), value: naming === 'anonymous' ? '' : view.text('name') },
        ]}
      />
      <p className="strong">{t('report.check.right')}</p>
    </>
  );
}

function Question(props: Props) {
  if (props.step === 1) {
    return (
      <>
        <PhotoFields {...props} />
        <WordsField {...props} />
      </>
    );
  }
  if (props.step === 2) {
    return (
      <>
        <PlaceFields {...props} />
        <ItemField {...props} />
      </>
    );
  }
  return props.step === 3 ? <NamingFields {...props} /> : <ReadBack {...props} />;
}

/** R2e: one question a page over the same draft; the last page reads back and sends. */
export function ReportSteps(props: Props) {
  const { view, data, step, t } = props;
  const errors = view.errors(step === 4 ? undefined : fieldsOf(step));
  const showsDanger = step === 1 || step === 4 || data.emergencies.length > 0;
  return (
    <form
      key={`${step}-${view.key}`}
      method="post"
      action={reportAction}
      encType="multipart/form-data"
      className="stack"
    >
      <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
      {showsDanger && <DangerNotice phones={data.phones} emergencies={data.emergencies} t={t} />}
      <p className="quiet">{t('report.step', { step, total: steps.length })}</p>
      <SentBefore {...props} />
      <input type="hidden" name="clientId" value={view.text('clientId')} />
      <input type="hidden" name="step" value={step} />
      <KeptPhotos view={view} />
      <OtherAnswers view={view} step={step} />
      <Question {...props} />
      <div className="step-buttons">
        {/* First in the document, so that the Enter key goes on and not back; drawn last. */}
        <Button name="do" value={step === 4 ? 'submit' : 'next'} large>
          {step === 4 ? t('report.submit_right') : t('report.next')}
        </Button>
        {step > 1 && (
          <Button name="do" value="back" kind="outline" formNoValidate>
            {step === 4 ? t('report.change') : t('report.back')}
          </Button>
        )}
      </div>
    </form>
  );
}
