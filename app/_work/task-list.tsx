import type { ReactNode } from 'react';

/**
 * Cards one below another on a phone, two beside each other on a wide screen. `heading` stands for the list in the
 * outline of the page where no heading is seen.
 */
export function TaskList({ heading, children }: { heading?: string; children: ReactNode }) {
  return (
    <>
      {heading && <h2 className="away">{heading}</h2>}
      <div className="task-list">{children}</div>
    </>
  );
}
