import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './tone';

const looks = {
  done: { tone: 'green', icon: 'circle-check' },
  info: { tone: 'info', icon: 'info' },
  wait: { tone: 'gold', icon: 'clock' },
  bad: { tone: 'cinnabar', icon: 'triangle' },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>;

/** A banner that stays, after a post or about the page: `<output role=status>` is read out, nothing vanishes. */
export function Notice({ kind = 'info', children }: { kind?: keyof typeof looks; children: ReactNode }) {
  const { tone, icon } = looks[kind];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: older screen readers know the role, not the element
    <output role="status" className={classNames('notice', `tone-${tone}`)}>
      <Icon name={icon} />
      <span className="notice-body">{children}</span>
    </output>
  );
}
