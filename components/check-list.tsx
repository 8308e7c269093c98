import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const looks = {
  ok: { icon: 'check', ink: 'ink' },
  warn: { icon: 'info', ink: 'ink-gold' },
  missing: { icon: 'circle-x', ink: 'ink-cinnabar' },
} as const satisfies Record<string, { icon: IconName; ink: string }>;

export interface CheckItem {
  key: string;
  state: keyof typeof looks;
  text: ReactNode;
  /** Link or field that mends it. */
  action?: ReactNode;
}

/** Checks that were made for the reader, one a line; `words` name the state for who does not see the sign. */
export function CheckList({ items, words }: { items: CheckItem[]; words: Record<CheckItem['state'], string> }) {
  return (
    <ul className="checks">
      {items.map((item) => (
        <li key={item.key} className={looks[item.state].ink}>
          <Icon name={looks[item.state].icon} label={words[item.state]} />
          <span className="check-text">{item.text}</span>
          {item.action}
        </li>
      ))}
    </ul>
  );
}
