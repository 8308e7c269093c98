import { classNames } from '@/components/class-names';

/**
 * The access key of a control of the desk: digits in the order of the form, S to save, N for the next. Few, always
 * written beside the label, and never on a resident's page, where they could get in the way of a screen reader's own.
 */
export const pressed = (key: string) => ({ accessKey: key, 'aria-keyshortcuts': `Alt+${key.toUpperCase()}` });

/** The key beside the label: `Alt 3`. Screen readers say `aria-keyshortcuts` of the control instead. */
export const KeyHint = ({ keys, onDark }: { keys: string; onDark?: boolean }) => (
  <span className={classNames('key-hint', onDark && 'key-hint-dark')} aria-hidden="true">
    {keys}
  </span>
);
