import type { ReactNode } from 'react';

const cell = (x: number, y: number) => `M${x} ${y}l48 48M${x + 48} ${y}l-48 48M${x + 24} ${y}v48M${x} ${y + 24}h48`;
const cells = [0, 48, 96].flatMap((y) => [0, 48, 96].map((x) => cell(x + 3, y + 3)));

/** Nothing here, and why, and what to do next; nine cells of the grid with one filled in. */
export function EmptyState(props: { title: ReactNode; as?: 'p' | 'h1' | 'h2'; words?: ReactNode; action?: ReactNode }) {
  const Title = props.as ?? 'p';
  return (
    <div className="empty">
      <svg className="empty-art" viewBox="0 0 150 150" aria-hidden="true">
        <rect className="empty-cell" x="51" y="51" width="48" height="48" />
        <g fill="none" stroke="#1b211e">
          <path d={cells.join('')} strokeOpacity=".09" strokeDasharray="4 4" />
          <path d="M3 3h144v144H3zM51 3v144M99 3v144M3 51h144M3 99h144" strokeOpacity=".16" strokeWidth="1.5" />
        </g>
      </svg>
      <Title className="strong">{props.title}</Title>
      {props.words && <p className="quiet">{props.words}</p>}
      {props.action}
    </div>
  );
}
