import type { ReactNode } from 'react';

/** Cards one below another on a phone, two beside each other on a wide screen. */
export function TaskList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section className="task-list" aria-label={label}>
      {children}
    </section>
  );
}
