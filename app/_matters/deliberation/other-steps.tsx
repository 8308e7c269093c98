import { StepBody, type StepBodyProps } from './step-body';
import type { StepName } from './step-fields';

/** In the order in which a case comes to them; what ends something stands last. */
const order: readonly StepName[] = [
  'send_plan',
  'write_plan',
  'enter_roll',
  'attend',
  'count',
  'close_vote',
  'answer_objection',
  'file',
  'set_prices',
  'begin',
  'hand_on',
  'correct',
  'correct_result',
  'add_source',
  'state_basis',
  'revise',
  'annul_meeting',
  'reject',
  'withdraw',
];

/** The steps that are open besides the next one. */
export function otherSteps({ detail, next }: StepBodyProps['data']): StepName[] {
  const idle: Partial<Record<StepName, boolean>> = {
    answer_objection: detail.objections.every((one) => one.answer !== null),
    // Sent twice, the days before the meeting would begin anew.
    send_plan: detail.planSentOn !== null,
  };
  return order.filter((step) => step !== next && detail.abilities.includes(step) && !idle[step]);
}

/** What may be done besides the next step, each folded until it is wanted. */
export function OtherSteps(props: Omit<StepBodyProps, 'step' | 'lead'>) {
  const steps = otherSteps(props.data);
  if (steps.length === 0) return null;
  return (
    <section className="card folds" aria-label={props.t('desk.more_actions')}>
      {steps.map((step) => (
        <StepBody key={step} {...props} step={step} />
      ))}
    </section>
  );
}
