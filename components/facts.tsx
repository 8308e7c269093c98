import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  /** The name as it is shown, where a part of it is in another language. */
  label?: ReactNode;
  value: ReactNode;
}

/** Names and values beside each other; at extra-large one above the other. Facts without a value are left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
        .map((fact) => [
          <dt key={`${fact.name}-name`}>{fact.label ?? fact.name}</dt>,
          <dd key={fact.name}>{fact.value}</dd>,
        ])}
    </dl>
  );
}
