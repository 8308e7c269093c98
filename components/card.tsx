import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** White sheet with a fine line; no shadow. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <section className={classNames('card stack-tight', className)}>{children}</section>;
}

/** The one big entry of a home page: a question, a promise, and one or two full-width actions. */
export function EntryCard(props: { title: ReactNode; words: ReactNode; over?: boolean; children: ReactNode }) {
  return (
    <section className={classNames('card entry', props.over && 'over')}>
      <h2>{props.title}</h2>
      <p className="quiet">{props.words}</p>
      {props.children}
    </section>
  );
}
