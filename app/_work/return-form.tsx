import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { returnReasons } from '@/lib/orders/status';
import { reasonWords } from '@/lib/transport/words';
import { formView } from '../_shell/form-values';
import { Fold } from './fold';
import type { Task } from './load-task';
import { OrderFields } from './order-fields';
import { returnAction } from './task-actions';
import type { FormProps } from './task-forms';
import { KeptWords } from './task-outbox';

const controls = { reason: 'reason', basis: 'basis', betterOwner: 'betterOwner' };

/**
 * 退单 (3.3): one of eight reasons, the basis, and who would be right. Past the limit, or once designated, only a conflict
 * of interest (R8) is left, and the form says why.
 */
export function ReturnForm(props: FormProps & { task: Task; locale: Locale }) {
  const { order, side, kept, wanted, personId, task, locale, t } = props;
  const view = formView('return', kept, controls);
  const refusal = task.refusals.get('return');
  const onlyTie = refusal?.kind === 'not_now';
  const times = order.counts?.return ?? 0;
  return (
    <Fold id="return" title={t('work.return.title')} open={view.refused || wanted === 'return'}>
      <form key={view.key} action={returnAction} data-typed={`return/${order.code}`} className="stack">
        {onlyTie && <Notice kind="wait">{reasonWords(locale, refusal.reason, 'rule')}</Notice>}
        <p>{t('work.return.rule')}</p>
        {times > 0 && <p>{t('work.return.times', { count: times })}</p>}
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <RadioCards
          name="reason"
          label={t('work.return.reason')}
          required
          choices={returnReasons.map((reason) => ({
            value: reason,
            label: `${reason} ${t(`returnReason.${reason}`)}`,
            disabled: onlyTie && reason !== 'R8',
          }))}
          value={view.text('reason')}
          error={view.error('reason')}
        />
        <PageTextArea
          {...view.field('basis')}
          label={t('work.return.basis')}
          hint={t('work.return.basis_hint')}
          rows={3}
          required
          maxLength={limits.shortWords}
        />
        <TextField
          {...view.field('betterOwner')}
          label={t('work.return.better_owner')}
          hint={t('work.return.better_owner_hint')}
          maxLength={200}
        />
        <Button kind="brown" icon="undo">
          {t('work.return.send')}
        </Button>
        <KeptWords personId={personId} t={t} />
        <OrderFields order={order} side={side} />
      </form>
    </Fold>
  );
}
