import type { ReactNode } from 'react';

/** One matter as a card that is a link as a whole: title with its chip beside it, the rest over the full width below. */
export function ItemCard(props: {
  href: string;
  title: ReactNode;
  meta?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article className="card item">
      <div className="item-head">
        <h3 className="item-title">
          <a href={props.href}>{props.title}</a>
        </h3>
        {props.aside}
      </div>
      {props.meta && <p className="quiet small">{props.meta}</p>}
      {props.children}
    </article>
  );
}
