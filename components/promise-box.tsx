import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

/** The promise with its clock time and what is left of it: teal in time, gold near the limit, cinnabar after it. */
export function PromiseBox({ tone = 'teal', children }: { tone?: 'teal' | 'gold' | 'cinnabar'; children: ReactNode }) {
  return (
    <p className={classNames('promise', `tone-${tone}`)}>
      <Icon name={tone === 'cinnabar' ? 'triangle' : 'clock'} />
      <span>{children}</span>
    </p>
  );
}
