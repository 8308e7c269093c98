import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export interface FooterLink {
  href: string;
  label: ReactNode;
  icon?: IconName;
}

/** Foot of every resident page. Help and telephone stand here, always in the same place (WCAG 2.2, 3.2.6). */
export function SiteFooter(props: { lines: ReactNode[]; links: FooterLink[]; chips?: ReactNode }) {
  return (
    <footer className="sitefoot no-print">
      <div className="wrap stack-tight">
        {props.links.length > 0 && (
          <ul>
            {props.links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>
                  {link.icon && <Icon name={link.icon} className="icon-text" />}
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
        {props.chips}
        {props.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed lines of text in a fixed order
          <p key={i}>{line}</p>
        ))}
      </div>
    </footer>
  );
}
