import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

/** The simple header of an inner page: the way back on the left, one quiet thing on the right. */
export function TopBar(props: { back: { href: string; label: ReactNode }; aside?: ReactNode; wide?: boolean }) {
  return (
    <header className="topbar">
      <div className={classNames('wrap topbar-in', props.wide && 'wrap-wide')}>
        <a className="back" href={props.back.href}>
          <Icon name="chevron-left" />
          {props.back.label}
        </a>
        {props.aside && <div className="quiet">{props.aside}</div>}
      </div>
    </header>
  );
}
