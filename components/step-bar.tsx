import { Icon } from './icon';

export interface BarStep {
  key: string;
  /** Done, what goes on now, or what comes: told by the shape and, to who does not see it, by a word. */
  state: 'past' | 'now' | 'next';
  label: string;
}

/** Where a matter stands in three words beside each other; a tick, a full dot, an empty one, never colour alone. */
export function StepBar({ steps, words }: { steps: BarStep[]; words: Record<BarStep['state'], string> }) {
  return (
    <ol className="step-bar">
      {steps.map((step) => (
        <li key={step.key} className={`step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="step-dot">{step.state === 'past' && <Icon name="check" />}</span>
          <span className="away">{words[step.state]}</span>
          {step.label}
        </li>
      ))}
    </ol>
  );
}
