import { classNames } from './class-names';
import { lucideOutlines } from './icons/lucide-outlines';
import { ownOutlines } from './icons/own-outlines';

export type IconName = keyof typeof lucideOutlines | keyof typeof ownOutlines;

export const iconNames = [...Object.keys(lucideOutlines), ...Object.keys(ownOutlines)] as IconName[];

/** The outline of an icon on the 24 px grid, as the `d` of one path. */
export function iconOutline(name: IconName): string {
  return name in lucideOutlines
    ? lucideOutlines[name as keyof typeof lucideOutlines][1]
    : ownOutlines[name as keyof typeof ownOutlines];
}

/**
 * One stroke icon in the colour of its text. It is decoration beside a word; only where no word stands (toolbars of
 * the desk) `label` names it for screen readers.
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const outline = <path d={iconOutline(name)} />;
  if (label) {
    return (
      <svg className={classNames('icon', className)} viewBox="0 0 24 24" role="img" aria-label={label}>
        {outline}
      </svg>
    );
  }
  return (
    <svg className={classNames('icon', className)} viewBox="0 0 24 24" aria-hidden="true">
      {outline}
    </svg>
  );
}
