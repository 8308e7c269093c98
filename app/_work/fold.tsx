import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

/** Things of second rank under each other, each closed until it is wanted. */
export function FoldGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="card fold-group" aria-label={label}>
      {children}
    </section>
  );
}

/** One of them; open where it was asked for or refused. `id` for links to it. */
export function Fold(props: { title: ReactNode; id?: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold-row" id={props.id} open={props.open}>
      <summary>
        {props.title}
        <Icon name="chevron-down" />
      </summary>
      <div className="fold-body stack">{props.children}</div>
    </details>
  );
}
