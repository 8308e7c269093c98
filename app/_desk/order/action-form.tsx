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
  /** In the pane beside the queue: where to go on afterwards (`paneField`). */
  from?: string;
}

interface Props {
  order: OnOrder;
  view: FormView;
  /** A server action, or the address of a handler that takes photos. */
  action: ((form: FormData) => Promise<void>) | string;
  /** Where words that were not sent wait in this tab (`KeepTyped` inside the form). */
  typed?: string;
  t: Translate;
  children: ReactNode;
}

/** The form of one action: what it acts on, what was refused last time, its fields. */
export function ActionForm({ order, view, action, typed, t, children }: Props) {
  const posted = typeof action === 'string' ? ({ method: 'post', encType: 'multipart/form-data' } as const) : {};
  return (
    <form key={view.key} action={action} data-typed={typed} {...posted} className="stack">
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="seen" value={order.seen} />
      <input type="hidden" name="clientId" value={newId()} />
      {order.from && <input type="hidden" name="from" value={order.from} />}
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {children}
    </form>
  );
}

/**
 * One action with a form of its own. Closed until it is wanted and open again when it was refused; `lead` is the next act
 * of the order, which stands open as a card.
 */
export function FoldedForm(
  props: Props & {
    title: ReactNode;
    send: ReactNode;
    icon?: IconName;
    kind?: ButtonKind;
    rule?: ReactNode;
    lead?: boolean;
  },
) {
  const { title, send, icon, rule, lead, kind = lead ? 'primary' : 'outline', children, ...form } = props;
  const fields = (
    <ActionForm {...form}>
      {rule && <p className="quiet small">{rule}</p>}
      {children}
      <p>
        <Button kind={kind} icon={icon} data-send>
          {send}
        </Button>
      </p>
    </ActionForm>
  );
  if (lead) {
    return (
      <section className="card stack act" aria-label={typeof title === 'string' ? title : undefined}>
        <h2>{title}</h2>
        {fields}
      </section>
    );
  }
  return (
    <details className="fold" open={form.view.refused}>
      <summary>{title}</summary>
      {fields}
    </details>
  );
}
