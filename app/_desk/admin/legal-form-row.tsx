import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { legalForms } from '@/lib/places/status';
import type { AreaView } from '@/lib/places/view';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { legalFormAction } from './actions';

/** Whether a community is one of villagers or of residents, and the form that changes it. */
export function LegalFormRow(props: {
  community: AreaView;
  kept: KeptForm | null;
  at: string;
  locale: Locale;
  t: Translate;
}) {
  const { community, kept, at, locale, t } = props;
  const { code, legalForm } = community;
  const name = rowName(locale, community);
  const id = `legal-form-${code}`;
  const view = formView('legal_form', kept, { legalForm: id }, { legalForm: name });
  return (
    <li>
      <div className="setting">
        <p className="strong">{name}</p>
        <p>{legalForm ? t(`deliberation.legalForm.${legalForm}`) : t('admin.settings.not_set')}</p>
        <details className="fold" open={view.refused}>
          <summary>{t('admin.settings.change')}</summary>
          <form key={view.key} action={legalFormAction} className="stack">
            <input type="hidden" name="at" value={at} />
            <input type="hidden" name="area" value={code} />
            <ErrorSummary title={t('admin.refused')} errors={view.errors} />
            <RadioCards
              name="legalForm"
              id={id}
              label={t('admin.settings.legal_form_of')}
              row
              required
              choices={legalForms.map((value) => ({ value, label: t(`deliberation.legalForm.${value}`) }))}
              value={view.text('legalForm', legalForm ?? undefined)}
              error={view.error('legalForm')}
            />
            <p>
              <Button kind="outline">{t('common.save')}</Button>
            </p>
          </form>
        </details>
      </div>
    </li>
  );
}
