import type { ReactNode } from 'react';

/** Circle, diamond, triangle: the colour has a shape and a word. */
const shapes = {
  blue: 'M0 8a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
  yellow: 'M8 0l8 8-8 8-8-8z',
  red: 'M8 1l8 14H0z',
} as const;

export type SuperviseColour = keyof typeof shapes;

/** The official supervision colour as a solid tag, apart from the state chips: 蓝督, 黄督, 红督. */
export function SuperviseTag({ colour, children }: { colour: SuperviseColour; children: ReactNode }) {
  return (
    <span className={`tag tag-${colour}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[colour]} />
      </svg>
      {children}
    </span>
  );
}
