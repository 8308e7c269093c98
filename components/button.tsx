import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

/** `primary` teal, one on a page; `outline` beside it; `brown` sends back; `danger` is text; never a red button. */
export type ButtonKind = 'primary' | 'outline' | 'brown' | 'danger' | 'plain';

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  large?: boolean;
  wide?: boolean;
  children: ReactNode;
}

const look = ({ kind = 'primary', large, wide }: Look) =>
  classNames('btn', `btn-${kind}`, large && 'btn-lg', wide && 'btn-wide');

/** Icon and words as one text: where the words take two lines, the icon leads the first and both stay centred. */
const wordsOf = (icon: IconName | undefined, words: ReactNode) =>
  icon ? (
    <span>
      <Icon name={icon} />
      {words}
    </span>
  ) : (
    words
  );

export function Button({
  kind,
  icon,
  large,
  wide,
  children,
  type = 'submit',
  ...rest
}: Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  return (
    <button type={type} {...rest} className={look({ kind, large, wide, children })}>
      {wordsOf(icon, children)}
    </button>
  );
}

export function LinkButton({
  kind,
  icon,
  large,
  wide,
  children,
  ...rest
}: Look & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & { href: string }) {
  return (
    <a {...rest} className={look({ kind, large, wide, children })}>
      {wordsOf(icon, children)}
    </a>
  );
}
