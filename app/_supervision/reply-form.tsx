import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { replyAction } from './actions';

const controls = { calls: 'calls', cause: 'cause', measure: 'measure', checkOn: 'checkOn' };

/** 回复督办 (M10): whom somebody called, why it stands still, what is done, when it is looked at again. */
export function ReplyForm({
  code,
  kept,
  today,
  t,
}: {
  code: string;
  kept: KeptForm | null;
  today: string;
  t: Translate;
}) {
  const view = formView('reply', kept, controls);
  const area = (name: 'calls' | 'cause' | 'measure') => (
    <PageTextArea
      {...view.field(name)}
      label={t(`supervision.form.${name}`)}
      rows={2}
      required
      maxLength={limits.shortWords}
    />
  );
  return (
    <section className="card stack act">
      <h2>{t('supervision.form.title')}</h2>
      <form key={view.key} action={replyAction} className="stack">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="clientId" value={newId()} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <p className="quiet small">{t('supervision.form.rule')}</p>
        {area('calls')}
        {area('cause')}
        {area('measure')}
        <TextField
          {...view.field('checkOn', today)}
          type="date"
          min={today}
          label={t('supervision.form.check')}
          required
        />
        <p>
          <Button kind="primary" data-send>
            {t('supervision.form.send')}
          </Button>
        </p>
      </form>
    </section>
  );
}
