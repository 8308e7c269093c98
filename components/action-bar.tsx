import type { ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * Bar at the lower edge with one or two actions, sticky and in the flow, so that a phone's keyboard does not cover
 * it. `lean` gives the second, main action 62 % of the width: within reach of one thumb. `inline` puts the same actions
 * where they are written: in larger type a bar does not stick, and the next act belongs on top.
 */
export function ActionBar(props: { label: string; lean?: boolean; inline?: boolean; children: ReactNode }) {
  return (
    <section className={props.inline ? 'no-print' : 'actionbar no-print'} aria-label={props.label}>
      <div className={classNames(!props.inline && 'wrap', 'actionbar-in', props.lean && 'actionbar-lean')}>
        {props.children}
      </div>
    </section>
  );
}
