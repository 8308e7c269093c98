import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { IconName } from '@/components/icon';
import { newId } from '@/lib/kernel/ids';
import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import type { Translate } from '../_shell/translate';
import { stepAction } from './actions';
import type { StepView } from './step-fields';

/** The frame of every step's form: on which case it acts, what its reader had seen, the refusal of the last try. */
export function StepForm(props: {
  found: MediationDetail;
  view: StepView;
  send: string;
  kind?: ButtonKind;
  icon?: IconName;
  hidden?: Record<string, string | number>;
  t: Translate;
  children?: ReactNode;
}) {
  const { found, view, hidden = {}, t } = props;
  return (
    <form key={view.key} action={stepAction} className="stack">
      <input type="hidden" name="code" value={found.code} />
      <input type="hidden" name="version" value={found.version} />
      <input type="hidden" name="step" value={view.step} />
      <input type="hidden" name="which" value={view.which} />
      <input type="hidden" name="clientId" value={newId()} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {props.children}
      <p>
        <Button kind={props.kind} icon={props.icon}>
          {props.send}
        </Button>
      </p>
    </form>
  );
}
