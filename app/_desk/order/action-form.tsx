import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { IconName } from '@/components/icon';
import { newId } from '@/lib/kernel/ids';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';

export interface OnOrder {
  code: string;
  version: number;
  /** The last event that the reader saw, so that a conflict can say what came since. */
  seen: number;
}

interface Props {
  order: OnOrder;
  view: FormView;
  /** A server action, or the address of a handler that takes photos. */
  action: ((form: FormData) => Promise<void>) | string;
  t: Translate;
  children: ReactNode;
}

/** The form of one action: what it acts on, what was refused last time, its fields. */
export function ActionForm({ order, view, action, t, children }: Props) {
  const posted = typeof action === 'string' ? ({ method: 'post', encType: 'multipart/form-data' } as const) : {};
  return (
    <form key={view.key} action={action} {...posted} className="stack">
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="seen" value={order.seen} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {children}
    </form>
  );
}

/** An action of second rank: closed until it is wanted, open again when it was refused. */
export function FoldedForm(
  props: Props & { title: ReactNode; send: ReactNode; kind?: ButtonKind; icon?: IconName; rule?: ReactNode },
) {
  const { title, send, kind = 'outline', icon, rule, children, ...form } = props;
  return (
    <details className="fold" open={form.view.refused}>
      <summary>{title}</summary>
      <ActionForm {...form}>
        {rule && <p className="quiet small">{rule}</p>}
        {children}
        <p>
          <Button kind={kind} icon={icon}>
            {send}
          </Button>
        </p>
      </ActionForm>
    </details>
  );
}
