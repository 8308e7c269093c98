'use client';

import { useEffect, useState } from 'react';

export interface CompareShot {
  src: string;
  alt: string;
  /** Short words on the picture: 前 09:12. */
  tag: string;
  /** The same picture for screens from 900 px on, where the frame is wider than `src`. */
  wide?: string;
}

function Shot({ shot, place }: { shot: CompareShot; place: string }) {
  return (
    <picture>
      {shot.wide && <source media="(min-width: 900px)" srcSet={shot.wide} />}
      <img className={place} src={shot.src} alt={shot.alt} width={800} height={600} decoding="async" />
    </picture>
  );
}

/**
 * Two pictures of one place. As delivered they stand beside each other in a 4:3 frame; with script the frame becomes a
 * slider of the same size (nothing jumps), moved by pointer or by the arrow keys of a native range.
 */
export function CompareSlider({ before, after, label }: { before: CompareShot; after: CompareShot; label: string }) {
  const [cut, setCut] = useState<number | null>(null);
  useEffect(() => setCut(50), []);
  const on = cut !== null;
  return (
    // The style comes by script only, so the content security policy needs no inline styles.
    <div className={on ? 'compare compare-on' : 'compare'} style={on ? ({ '--cut': `${cut}%` } as object) : undefined}>
      <Shot place="compare-first" shot={before} />
      <Shot place="compare-second" shot={after} />
      <span className="compare-tag compare-before">{before.tag}</span>
      <span className="compare-tag compare-after">{after.tag}</span>
      {on && (
        <>
          <input
            type="range"
            className="compare-range"
            aria-label={label}
            min={0}
            max={100}
            value={cut}
            onChange={(event) => setCut(Number(event.target.value))}
          />
          <span className="compare-line">
            <span className="compare-knob">
              <svg className="icon icon-text" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M18 8l4 4-4 4M2 12h20M6 8l-4 4 4 4" />
              </svg>
            </span>
          </span>
        </>
      )}
    </div>
  );
}
