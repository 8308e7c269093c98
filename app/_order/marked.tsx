import { Fragment } from 'react';
import { foundIn } from '@/lib/orders/search-words';

/** A text in which what was looked for is marked. */
export function Marked({ text, q }: { text: string; q: string | undefined }) {
  if (!q) return text;
  const found = foundIn(text, q);
  return (
    <>
      {found.map(({ start, end }, i) => (
        <Fragment key={start}>
          {text.slice(found[i - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
