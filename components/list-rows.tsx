import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type BarTone = 'teal' | 'gold' | 'cinnabar' | 'grey';

export function ListRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

/**
 * One row: the bar on its left tells the state of the clock (never alone: `side` says it in words), the title is the
 * link of the whole row, `pick` a checkbox above it.
 */
export function ListRow(props: {
  href: string;
  title: ReactNode;
  meta?: ReactNode;
  side?: ReactNode;
  bar?: BarTone;
  current?: boolean;
  pick?: { name: string; value: string; label: string };
}) {
  return (
    <li className={classNames('row', props.bar && `bar-${props.bar}`, props.current && 'row-current')}>
      {props.pick && (
        <label className="row-pick">
          <input type="checkbox" name={props.pick.name} value={props.pick.value} aria-label={props.pick.label} />
        </label>
      )}
      <div className="row-main">
        <a className="row-title" href={props.href} aria-current={props.current ? 'true' : undefined}>
          {props.title}
        </a>
        {props.meta && <p className="quiet small">{props.meta}</p>}
      </div>
      {props.side && <div className="row-side">{props.side}</div>}
    </li>
  );
}
