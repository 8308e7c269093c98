import type { ReactNode } from 'react';

/** What is of second rank on a phone: closed until it is wanted, open where it was refused. `id` for links to it. */
export function Fold(props: { title: ReactNode; id?: string; open?: boolean; children: ReactNode }) {
  return (
    <section className="card" id={props.id}>
      <details open={props.open}>
        <summary>{props.title}</summary>
        <div className="stack">{props.children}</div>
      </details>
    </section>
  );
}
