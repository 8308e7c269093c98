import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './tone';

/** A state: icon, word and colour together, never colour alone. `strong` only where the reader has to act. */
export function Chip(props: { tone: Tone; icon: IconName; strong?: boolean; children: ReactNode }) {
  return (
    <span className={classNames('chip', `tone-${props.tone}`, props.strong && 'chip-strong')}>
      <Icon name={props.icon} />
      <span className="chip-word">{props.children}</span>
    </span>
  );
}
