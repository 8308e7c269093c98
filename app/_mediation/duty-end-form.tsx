import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { dutyEndAction } from './actions';

/** Takes somebody of 三官一律 off the roster from the day after; `name` says whom, for who hears the page only. */
export function DutyEndForm(props: { id: string; name: string; today: string; kept: KeptForm | null; t: Translate }) {
  const { id, today, kept, t } = props;
  // One refused form is kept for a page: it opens under the person whom it was about.
  const view = formView('duty_end', kept?.values.id === id ? kept : null, { on: `on-${id}` });
  return (
    <details className="fold" open={view.refused}>
      <summary>
        {t('mediation.duty.end')}
        <span className="away" lang="zh-CN">
          {props.name}
        </span>
      </summary>
      <form key={view.key} action={dutyEndAction} className="stack-tight">
        <input type="hidden" name="clientId" value={newId()} />
        <input type="hidden" name="id" value={id} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <TextField
          {...view.field('on', today)}
          id={`on-${id}`}
          type="date"
          label={t('mediation.duty.last_day')}
          hint={t('mediation.duty.end_hint')}
          required
        />
        <p>
          <Button kind="outline">{t('mediation.duty.end_do')}</Button>
        </p>
      </form>
    </details>
  );
}
