import type { ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * Bar at the lower edge with one or two actions, sticky and in the flow, so that a phone's keyboard does not cover
 * it. `lean` gives the second, main action 62 % of the width: within reach of one thumb.
 */
export function ActionBar({ label, lean, children }: { label: string; lean?: boolean; children: ReactNode }) {
  return (
    <section className="actionbar no-print" aria-label={label}>
      <div className={classNames('wrap actionbar-in', lean && 'actionbar-lean')}>{children}</div>
    </section>
  );
}
