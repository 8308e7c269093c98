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
 * link of the whole row, `pick` a checkbox above it. Where wide screens have a pane beside the list, `beside` is the link
 * that fills it (class `row-title row-beside`), and the plain one is there only where the pane is not.
 */
export function ListRow(props: {
  id?: string;
  href: string;
  beside?: ReactNode;
  title: ReactNode;
  meta?: ReactNode;
  side?: ReactNode;
  bar?: BarTone;
  current?: boolean;
  /** `form`: the id of the form that it belongs to, where that stands elsewhere. */
  pick?: { name: string; value: string; label: string; form?: string };
}) {
  return (
    <li id={props.id} className={classNames('row', props.bar && `bar-${props.bar}`, props.current && 'row-current')}>
      {props.pick && (
        <label className="row-pick">
          <input
            type="checkbox"
            name={props.pick.name}
            value={props.pick.value}
            form={props.pick.form}
            aria-label={props.pick.label}
          />
        </label>
      )}
      <div className="row-main">
        {props.beside}
        <a
          className={classNames('row-title', props.beside ? 'row-alone' : null)}
          href={props.href}
          aria-current={props.current && !props.beside ? 'true' : undefined}
        >
          {props.title}
        </a>
        {props.meta && <p className="quiet small">{props.meta}</p>}
      </div>
      {props.side && <div className="row-side">{props.side}</div>}
    </li>
  );
}
