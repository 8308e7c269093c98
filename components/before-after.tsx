import type { ReactNode } from 'react';
import { type CompareShot, CompareSlider } from './compare-slider';

/** Before and after under one thumb, with a link to each full picture below, which also serves who cannot drag. */
export function BeforeAfter(props: {
  before: CompareShot & { href: string; linkLabel: ReactNode };
  after: CompareShot & { href: string; linkLabel: ReactNode };
  sliderLabel: string;
}) {
  const { before, after } = props;
  return (
    <figure>
      <CompareSlider
        before={{ src: before.src, wide: before.wide, alt: before.alt, tag: before.tag }}
        after={{ src: after.src, wide: after.wide, alt: after.alt, tag: after.tag }}
        label={props.sliderLabel}
      />
      <figcaption className="compare-caption small">
        <a href={before.href}>{before.linkLabel}</a>
        <a href={after.href}>{after.linkLabel}</a>
      </figcaption>
    </figure>
  );
}
