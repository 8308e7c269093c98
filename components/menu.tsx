import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export interface MenuEntry {
  href: string;
  icon: IconName;
  label: ReactNode;
}

/** Pages one below the other in one card, each a full row: picture, name, and the arrow that says it leads on. */
export function Menu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  return (
    <ul className="card menu" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.href} className="menu-row">
          <a className="menu-link" href={entry.href}>
            <Icon name={entry.icon} />
            <span>{entry.label}</span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  );
}
