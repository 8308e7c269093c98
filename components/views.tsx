import type { ReactNode } from 'react';

export interface View {
  href: string;
  label: ReactNode;
  current?: boolean;
}

/** Saved filters as small links; the address is the state. */
export function Views({ label, views }: { label: string; views: View[] }) {
  return (
    <nav aria-label={label}>
      <ul className="views">
        {views.map((view) => (
          <li key={view.href}>
            <a className="view" href={view.href} aria-current={view.current ? 'true' : undefined}>
              {view.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
