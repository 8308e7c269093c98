import type { ReactNode } from 'react';

/** One matter as a card that is a link as a whole: title, a quiet line, and its chip on the right or below. */
export function ItemCard(props: {
  href: string;
  title: ReactNode;
  meta?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article className="card item">
      <div className="item-main">
        <h3 className="item-title">
          <a href={props.href}>{props.title}</a>
        </h3>
        {props.meta && <p className="quiet small">{props.meta}</p>}
      </div>
      {props.aside}
      {props.children}
    </article>
  );
}
