import type { ReactNode } from 'react';
import type { Medium } from './board-kind';

/**
 * What the elements are anyway; said because some browsers forget it where a style sheet lays rows out as blocks.
 * Spread, so that it is not mistaken for a needless repetition.
 */
const as = (role: string) => ({ role });

export interface Figure {
  name: string;
  value: ReactNode;
}

/** The numbers of a drawing, as a table of names and values that wraps to any width. */
export function Figures({ caption, figures }: { caption: string; figures: Figure[] }) {
  return (
    <table className="nums" {...as('table')}>
      <caption className="away">{caption}</caption>
      <tbody {...as('rowgroup')}>
        {figures.map(({ name, value }) => (
          <tr key={name} {...as('row')}>
            <th scope="row" {...as('rowheader')}>
              {name}
            </th>
            <td {...as('cell')}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What only some want to read: behind a line on the screen, open on paper, where nothing can be pressed. */
export function Fold({ medium, title, children }: { medium: Medium; title: ReactNode; children: ReactNode }) {
  if (medium === 'paper') {
    return (
      <div className="fold">
        <p className="strong">{title}</p>
        {children}
      </div>
    );
  }
  return (
    <details className="fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

export interface Bar {
  key: string;
  count: number;
  /** `yes`, `no`, `abstain`; of money `income`, `cost`, `use`, `left`. */
  look: string;
}

/**
 * Parts beside each other on a ground of `of`, for the eye alone: its numbers stand beneath it in words. `mark`: where a
 * threshold lies.
 */
export function DrawnBar({ bars, of, mark }: { bars: Bar[]; of: number; mark?: number | null }) {
  if (of <= 0) return null;
  let from = 0;
  const parts = bars.map((bar) => {
    const part = { ...bar, from, width: (bar.count / of) * 100 };
    from += part.width;
    return part;
  });
  const at = mark ? (mark / of) * 100 : null;
  return (
    <svg className="drawn" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ key, look, from: x, width }) => (
        <rect key={key} className={`bar-of-${look}`} x={x} y="1" width={width} height="6" />
      ))}
      {at !== null && <path className="bar-mark" d={`M${at} 0v8`} />}
    </svg>
  );
}

/** A column of figures as they are: long, so it may break anywhere. */
export const Digest = ({ value }: { value: string }) => (
  <code className="digest" translate="no">
    {value}
  </code>
);
