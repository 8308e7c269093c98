import type { ReactNode } from 'react';
import type { Translate } from '../../_shell/translate';

/** One part of a text page: `title` and the lines `1` … `lines` below its message key. */
export interface ProseSection {
  key: string;
  lines: number;
  /** How the lines stand: as they follow each other, as points, or as steps that are counted. */
  as?: 'text' | 'points' | 'steps';
  values?: Record<string, string>;
  /** What stands below the lines. */
  more?: ReactNode;
}

/** A text page, part by part, each on its own sheet with an address of its own (`#key`). `of` is its message key. */
export function ProseSections(props: { of: string; sections: ProseSection[]; t: Translate }) {
  const { of, t } = props;
  return props.sections.map(({ key, lines, as = 'text', values, more }) => {
    // A key of few letters: the page's data says each once more.
    const words = Array.from({ length: lines }, (_, at) => ({ no: at + 1, line: t(`${of}.${key}.${at + 1}`, values) }));
    const List = as === 'steps' ? 'ol' : 'ul';
    return (
      <section key={key} id={key} className="card stack-tight prose-part">
        <h2>{t(`${of}.${key}.title`)}</h2>
        {as === 'text' ? (
          words.map(({ no, line }) => <p key={no}>{line}</p>)
        ) : (
          <List className={as === 'steps' ? 'steps' : 'bullets'}>
            {words.map(({ no, line }) => (
              <li key={no}>{line}</li>
            ))}
          </List>
        )}
        {more}
      </section>
    );
  });
}

/** The parts of a long page by name, so that nobody has to read all of it to find one. */
export function ProseContents(props: { of: string; sections: ProseSection[]; t: Translate }) {
  return (
    <nav aria-label={props.t('prose.contents')}>
      <ul className="prose-contents">
        {props.sections.map(({ key }) => (
          <li key={key}>
            <a href={`#${key}`}>{props.t(`${props.of}.${key}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
