import type { ReactNode } from 'react';
import { GridPattern } from './grid-pattern';

export interface DeskLink {
  href: string;
  label: ReactNode;
  current?: boolean;
}

/**
 * Frame of the staff screens on a desktop: 52 px header with the grid, navigation of the role, and a place on the right
 * for search, language and account. Type and targets take the desk's density from 768 px on.
 */
export function DeskShell(props: {
  brand: { href: string; label: ReactNode };
  navLabel: string;
  links: DeskLink[];
  side?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page" data-density="console">
      <header className="deskhead no-print">
        <GridPattern id="mizi" />
        <div className="deskhead-in">
          <a className="desk-brand" href={props.brand.href}>
            {props.brand.label}
          </a>
          <nav className="desk-nav" aria-label={props.navLabel}>
            <ul>
              {props.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {props.side && <div className="desk-side">{props.side}</div>}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="desk-main">
        {props.children}
      </main>
    </div>
  );
}
