import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { GridPattern } from './grid-pattern';

/**
 * Header of a resident's main page: where one is, the title as the page's h1, and the chips on the right. With
 * `over` it is taller, and the first block of the page (class `over`) overlaps its lower edge.
 */
export function Masthead(props: { place: ReactNode; title: ReactNode; chips?: ReactNode; over?: boolean }) {
  return (
    <header className={classNames('masthead', props.over && 'masthead-over')}>
      <GridPattern id="mizi" />
      <div className="wrap masthead-in">
        <div>
          <p className="masthead-place">{props.place}</p>
          <h1>{props.title}</h1>
        </div>
        {props.chips}
      </div>
    </header>
  );
}
