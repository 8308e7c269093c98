import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { TextField } from '@/components/text-fields';
import { viewLimits } from '@/lib/desk/input';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import type { DeskFilter } from '../desk-views';
import { saveViewAction } from './actions';

const kept = ['view', 'cell', 'item', 'status', 'q', 'sort'] as const;

/** + 存为视图: a name for how the queue is narrowed and sorted now; whoever has some also finds the way to them. */
export function SaveView(props: { filter: DeskFilter; own: number; refused: KeptForm | null; t: Translate }) {
  const { filter, own, refused, t } = props;
  const view = formView('view', refused, { name: 'view-name' });
  return (
    <details className="fold" open={view.refused}>
      <summary>{t('desk.own_views.save')}</summary>
      <form key={view.key} action={saveViewAction} className="stack">
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        {kept.map(
          (name) => filter[name] && <input key={name} type="hidden" name={`filter.${name}`} value={filter[name]} />,
        )}
        <TextField
          {...view.field('name')}
          id="view-name"
          label={t('desk.own_views.name')}
          hint={t('desk.own_views.hint', { limit: viewLimits.perPerson })}
          maxLength={viewLimits.name}
          required
        />
        <p className="btn-row">
          <Button kind="outline" icon="check" data-send>
            {t('desk.own_views.keep')}
          </Button>
          {own > 0 && (
            <a className="btn btn-plain" href="/desk/views">
              {t('desk.own_views.manage')}
            </a>
          )}
        </p>
      </form>
    </details>
  );
}
