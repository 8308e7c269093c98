import type { ReactNode } from 'react';

/** Head of a card: what it is about, its chip at the end or below, and a quiet line. `as` keeps the outline right. */
export function CardHead(props: { title: ReactNode; as?: 'h1' | 'h2' | 'h3'; aside?: ReactNode; meta?: ReactNode }) {
  const Title = props.as ?? 'h2';
  return (
    <header>
      <div className="card-head">
        <Title className="card-title">{props.title}</Title>
        {props.aside}
      </div>
      {props.meta && <p className="quiet small">{props.meta}</p>}
    </header>
  );
}
