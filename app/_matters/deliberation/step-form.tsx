import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { IconName } from '@/components/icon';
import { newId } from '@/lib/kernel/ids';
import type { Translate } from '../../_shell/translate';
import { stepAction } from './actions';
import type { StepView } from './step-fields';

/** What every form of a case acts on, and how it stands on the page. */
export interface OnCase {
  code: string;
  version: number;
  /** It is the next step, and stands open. */
  lead?: boolean;
  t: Translate;
}

interface Props extends OnCase {
  view: StepView;
  title: string;
  send: ReactNode;
  /** What the step does and does not, before anything is typed. */
  rule?: ReactNode;
  icon?: IconName;
  kind?: ButtonKind;
  children?: ReactNode;
}

/**
 * The form of one step: what it acts on, what was refused last time, its fields. The next step stands open as a card; the
 * others are folded, and open again when they were refused.
 */
export function StepForm(props: Props) {
  const {
    code,
    version,
    lead,
    t,
    view,
    title,
    send,
    rule,
    icon,
    kind = lead ? 'primary' : 'outline',
    children,
  } = props;
  const fields = (
    <form key={view.key} action={stepAction} className="stack matter-form">
      <input type="hidden" name="step" value={view.step} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {rule && <div className="step-rule stack-tight">{rule}</div>}
      {children}
      <p>
        <Button kind={kind} icon={icon} id={view.at('send').id} data-send>
          {send}
        </Button>
      </p>
    </form>
  );
  if (lead) return fields;
  return (
    <details className="fold" open={view.refused}>
      <summary>{title}</summary>
      {fields}
    </details>
  );
}
