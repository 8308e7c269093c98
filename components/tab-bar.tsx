import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export interface Tab {
  href: string;
  icon: IconName;
  label: ReactNode;
  current?: boolean;
}

/**
 * Bottom bar of the phone, at most four tabs, the current one marked by colour and by a bar. It stands before `main`
 * in the document; on a wide screen it is the topmost row.
 */
export function TabBar({ label, tabs }: { label: string; tabs: Tab[] }) {
  if (tabs.length > 4) throw new Error(`a tab bar holds four tabs, not ${tabs.length}`);
  return (
    <nav className="tabs no-print" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <Icon name={tab.icon} />
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
