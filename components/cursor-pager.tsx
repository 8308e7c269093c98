import type { ReactNode } from 'react';
import { LinkButton } from './button';

/** Pages of a list by cursor: back to the first page, on to the next; neither stands when it leads nowhere. */
export function CursorPager(props: {
  label: string;
  first?: { href: string; label: ReactNode };
  next?: { href: string; label: ReactNode };
}) {
  if (!props.first && !props.next) return null;
  return (
    <nav className="pager" aria-label={props.label}>
      {props.first && (
        <LinkButton kind="outline" href={props.first.href}>
          {props.first.label}
        </LinkButton>
      )}
      {props.next && (
        <LinkButton kind="outline" href={props.next.href} rel="next">
          {props.next.label}
        </LinkButton>
      )}
    </nav>
  );
}
