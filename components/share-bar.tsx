import { classNames } from './class-names';
import type { Tone } from './tone';

export interface Share {
  key: string;
  label: string;
  /** How many of the whole; the words for it stand in `label`. */
  count: number;
  tone: Tone;
}

/** Parts of a whole as one bar for the eye, and the same as a list of words with their numbers beneath. */
export function ShareBar({ label, shares }: { label: string; shares: Share[] }) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  let from = 0;
  const parts = shares.map((share) => {
    const part = { ...share, from, width: (share.count / total) * 100 };
    from += part.width;
    return part;
  });
  return (
    <figure className="shares">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ key, tone, from, width }) => (
          <rect key={key} className={classNames('share', `tone-${tone}`)} x={from} width={width} height="6" />
        ))}
      </svg>
      <ul aria-label={label}>
        {shares.map(({ key, tone, label: words }) => (
          <li key={key}>
            <span className={classNames('share-key', `tone-${tone}`)} />
            {words}
          </li>
        ))}
      </ul>
    </figure>
  );
}
