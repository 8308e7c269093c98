import type { ReactNode } from 'react';

/** Strip above everything while the data are made up: the words, and what the demo's clock says. */
export function DemoRibbon({ words, clock }: { words: ReactNode; clock?: ReactNode }) {
  return (
    <aside className="ribbon">
      <b>{words}</b>
      {clock && <span>{clock}</span>}
    </aside>
  );
}
