import type { ReactNode } from 'react';
import { classNames } from './class-names';

const characters = { verified: ['已核', '验'], closed: ['已办', '结'] } as const;

/**
 * The cinnabar seal, 74 px, 3 px border, −6°, two lines in 宋体; the single character of the second line is cut wide, as
 * carvers do. It is a picture: what it says must stand beside it in words (`SealMark` does that).
 */
export function Seal({ kind, stamped }: { kind: keyof typeof characters; stamped?: boolean }) {
  const [upper, lower] = characters[kind];
  return (
    <svg className={classNames('seal', stamped && 'seal-stamp')} viewBox="0 0 82 82" aria-hidden="true">
      <g transform="rotate(-6 41 41)" fill="currentColor">
        <rect x="5.5" y="5.5" width="71" height="71" rx="5" fill="none" stroke="currentColor" strokeWidth="3" />
        <text className="seal-text" x="41" y="38" fontSize="29" textLength="58" textAnchor="middle" lang="zh-CN">
          {upper}
        </text>
        <text
          className="seal-text"
          x="13"
          y="69"
          fontSize="29"
          textLength="56"
          lengthAdjust="spacingAndGlyphs"
          lang="zh-CN"
        >
          {lower}
        </text>
      </g>
    </svg>
  );
}

/** The seal with its words: what was decided, by whom, when. `stamped` plays the stamp once, after the act itself. */
export function SealMark(props: {
  kind: keyof typeof characters;
  stamped?: boolean;
  words: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <div className="sealed">
      <Seal kind={props.kind} stamped={props.stamped} />
      <div>
        <p className="strong">{props.words}</p>
        {props.meta && <p className="quiet small">{props.meta}</p>}
      </div>
    </div>
  );
}
