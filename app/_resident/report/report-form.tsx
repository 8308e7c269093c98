import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { Translate } from '../../_shell/translate';
import { KeptReport } from '../outbox/report-outbox';
import { DangerNotice } from './danger';
import { LivePreview, Phrases } from './live-report';
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
import { ReportPreview } from './report-preview';

export const reportAction = '/report/submit';
/** Of the one form of the page, which size and language send along. */
export const reportFormId = 'report';

/** What is reported most; each a sentence of its own that the suggestion of the item understands. */
const phrases = ['lamp', 'leak', 'rubbish', 'bike', 'noise'] as const;

/** Throws away what this browser has kept, for who wants to begin with an empty sheet. */
export function ClearForm({ t }: { t: Translate }) {
  return (
    <form method="post" action={reportAction} encType="multipart/form-data">
      <Button kind="danger" name="do" value="clear" formNoValidate>
        {t('report.clear')}
      </Button>
    </form>
  );
}

/** After clearing, for ten minutes: the way back for a wrong tap. `isOver`: it was taken too late. */
export function ClearedNote({ isOver, t }: { isOver: boolean; t: Translate }) {
  return (
    <div id="cleared" className="stack-tight">
      <Notice kind="wait">{t(isOver ? 'report.cleared.over' : 'report.cleared.done')}</Notice>
      {!isOver && (
        <form method="post" action={reportAction} encType="multipart/form-data">
          <Button kind="outline" name="do" value="restore" formNoValidate>
            {t('report.cleared.back')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** R2: the whole report on one page, photo first, with what becomes of it before it is sent. */
export function ReportForm(props: FieldsProps & { locale: Locale }) {
  const { view, data, locale, t } = props;
  const errors = view.errors();
  return (
    <form
      key={view.key}
      id={reportFormId}
      method="post"
      action={reportAction}
      encType="multipart/form-data"
      // What is missing is said above the form in the reader's language and size; a browser's own bubble has neither.
      noValidate
      className="stack"
    >
      <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
      <DangerNotice phones={data.phones} emergencies={[]} t={t} />
      <SentBefore {...props} />
      <input type="hidden" name="clientId" value={view.text('clientId')} />
      <noscript>
        <input type="hidden" name="check" value="yes" />
      </noscript>
      <KeptPhotos view={view} />
      <PhotoFields {...props} />
      <WordsField {...props} />
      <Phrases
        label={t('report.phrase.label')}
        phrases={phrases.map((name) => t(`report.phrase.${name}`))}
        join={t('report.phrase.join')}
      />
      <PlaceFields {...props} />
      <ItemField {...props} />
      <LivePreview label={t('report.preview.label')}>
        {data.preview && (
          <ReportPreview
            preview={data.preview}
            isChosen={view.text('item') !== ''}
            phones={data.phones}
            locale={locale}
            t={t}
          />
        )}
      </LivePreview>
      <NamingFields {...props} />
      <p className="quiet small">{t('report.privacy')}</p>
      <Button name="do" value="submit" large wide icon="send">
        {t('report.submit')}
      </Button>
      <KeptReport t={t} />
    </form>
  );
}
