import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { IconName } from '@/components/icon';
import { newId } from '@/lib/kernel/ids';
import type { LetterDetail } from '@/lib/letters/queries/get-letter';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { stepAction } from './actions';
import type { StepView } from './step-view';

export interface StepProps {
  found: LetterDetail;
  kept: KeptForm | null;
  /** `YYYY-MM-DD` */
  today: string;
  t: Translate;
}

/** The frame of every step's form: on which letter it acts, what its reader had seen, the refusal of the last try. */
export function StepForm(props: {
  found: LetterDetail;
  view: StepView;
  kind?: ButtonKind;
  icon: IconName;
  t: Translate;
  children?: ReactNode;
}) {
  const { found, view, t } = props;
  return (
    <form key={view.key} action={stepAction} className="stack">
      <input type="hidden" name="code" value={found.code} />
      <input type="hidden" name="version" value={found.version} />
      <input type="hidden" name="step" value={view.step} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {props.children}
      <p>
        <Button kind={props.kind} icon={props.icon}>
          {t(`letter.step.${view.step}`)}
        </Button>
      </p>
    </form>
  );
}
