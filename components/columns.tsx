import type { ReactNode } from 'react';

/**
 * The page of one order: what it is and what it looks like (`main`), what is known and done about it (`side`). One below
 * the other on a phone, beside each other on a wide screen. `bar`: an `ActionBar`, in reach at the end of both.
 */
export function Columns({ main, side, bar }: { main: ReactNode; side: ReactNode; bar?: ReactNode }) {
  return (
    <div className="columns">
      <div className="column">{main}</div>
      <div className="column">
        {side}
        {bar}
      </div>
    </div>
  );
}
