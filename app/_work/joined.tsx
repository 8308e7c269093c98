import { Fragment } from 'react';

/** Short facts in a row, each whole in its line, with the dot behind the one before it. Those that are not there are left out. */
export function Joined({ parts }: { parts: readonly (string | false | null | undefined)[] }) {
  return parts.filter(Boolean).map((part, index, all) => (
    <Fragment key={String(part)}>
      {index > 0 && ' '}
      <span className="phrase">
        {part}
        {index < all.length - 1 && ' ·'}
      </span>
    </Fragment>
  ));
}
