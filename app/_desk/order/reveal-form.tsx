import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { TextField } from '@/components/text-fields';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import type { OrderPageData } from './load-order';
import type { RevealedContact } from './revealed';

export const revealControls = { reason: 'reveal-reason', field: 'field' };

/** 显示: one masked field, for a reason that is written down (个人信息保护法 51, 54). */
export function RevealForms(props: {
  data: OrderPageData;
  revealed: RevealedContact;
  reveal: (form: FormData) => Promise<void>;
  view?: FormView;
  t: Translate;
}) {
  const { data, revealed, reveal, view, t } = props;
  const { code, contact } = data.order;
  const left = contact.revealable.filter((field) => field !== 'detail' && !revealed[field]);
  return (
    <>
      {(revealed.name || revealed.phone) && <Notice kind="wait">{t('desk.reveal.shown')}</Notice>}
      {left.length > 0 && (
        <details className="fold" open={view?.refused}>
          <summary>{t('desk.reveal.title')}</summary>
          <form key={view?.key} action={reveal} className="stack">
            <input type="hidden" name="code" value={code} />
            {view && (
              <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
            )}
            <RadioCards
              name="field"
              label={t('desk.reveal.field')}
              row
              choices={left.map((field) => ({ value: field, label: t(`desk.reveal.${field}`) }))}
              value={view?.text('field') || left.at(-1)}
              required
            />
            <TextField
              name="reason"
              id="reveal-reason"
              label={t('desk.reveal.reason')}
              hint={t('desk.reveal.hint')}
              required
              minLength={4}
              maxLength={200}
              defaultValue={view?.text('reason', '')}
              error={view?.error('reason')}
            />
            <p>
              <Button kind="outline" icon="eye">
                {t('desk.reveal.send')}
              </Button>
            </p>
          </form>
        </details>
      )}
    </>
  );
}
