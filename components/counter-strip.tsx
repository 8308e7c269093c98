import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Counter {
  href: string;
  value: number;
  label: ReactNode;
  /** Only for what is late or nearly so, and only while there is any. */
  tone?: 'gold' | 'cinnabar';
  current?: boolean;
}

/** Numbers as the heroes of the desk; each is a link that sets the filter. */
export function CounterStrip({ label, counters }: { label: string; counters: Counter[] }) {
  return (
    <nav aria-label={label}>
      <ul className="counters">
        {counters.map((counter) => (
          <li key={counter.href}>
            <a href={counter.href} aria-current={counter.current ? 'true' : undefined}>
              <b className={classNames(counter.tone && counter.value > 0 && `ink-${counter.tone}`)}>{counter.value}</b>
              <span>{counter.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
