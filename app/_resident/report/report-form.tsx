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

const clearedEnds = ['erased', 'other', 'late'] as const;
/** What became of a report that was cleared, as the address says. */
export type ClearedEnd = (typeof clearedEnds)[number];
export const readClearedEnd = (value: unknown): ClearedEnd | null => clearedEnds.find((end) => end === value) ?? null;

/**
 * After clearing, for ten minutes: the way back for a wrong tap, until something is typed in its place (resident.css,
 * keep-form.tsx), and the way to be rid of it now, for who leaves a shared computer.
 */
export function ClearedNote({ end, t }: { end: ClearedEnd | null; t: Translate }) {
  return (
    <div id="cleared" className="stack-tight">
      <Notice kind={end === 'erased' ? 'done' : 'wait'}>{t(`report.cleared.${end ?? 'done'}`)}</Notice>
      {!end && (
        <form method="post" action={reportAction} encType="multipart/form-data" className="btn-row">
          <Button kind="outline" name="do" value="restore" formNoValidate>
            {t('report.cleared.back')}
          </Button>
          <Button kind="danger" name="do" value="erase" formNoValidate>
            {t('report.cleared.erase')}
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
      <LivePreview label={t('report.preview.label')} fresh={view.text('fresh')}>
        {data.preview && (
          <ReportPreview
            preview={data.preview}
            isChosen={view.text('item') !== ''}
            phones={data.phones}
            nearby={data.nearby}
            join={view.text('join')}
            last={data.last}
            fresh={view.text('fresh')}
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
