import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { Translate } from '../../_shell/translate';
import { DangerNotice } from './danger';
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

export const reportAction = '/report/submit';

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

/** R2: the whole report on one page, photo first. */
export function ReportForm(props: FieldsProps) {
  const { view, data, t } = props;
  const errors = view.errors();
  return (
    <form key={view.key} method="post" action={reportAction} encType="multipart/form-data" className="stack">
      <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
      <DangerNotice phones={data.phones} emergencies={data.emergencies} t={t} />
      <SentBefore {...props} />
      <input type="hidden" name="clientId" value={view.text('clientId')} />
      <KeptPhotos view={view} />
      <PhotoFields {...props} />
      <WordsField {...props} />
      <PlaceFields {...props} />
      <ItemField {...props} />
      <NamingFields {...props} />
      <p className="quiet small">{t('report.privacy')}</p>
      <Button name="do" value="submit" large wide icon="send">
        {t('report.submit')}
      </Button>
    </form>
  );
}
