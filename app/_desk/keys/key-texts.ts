import type { Translate } from '../../_shell/translate';
import type { KeyTexts } from './desk-keys';

/** What the sheet of keys lists, in the order of a dispatch. */
const listed = [
  ['j k ↓ ↑', 'step'],
  ['Enter', 'open_order'],
  ['1 … 9', 'pick'],
  ['A', 'dispatch'],
  ['U', 'undo'],
  ['X', 'select'],
  ['Shift X', 'range'],
  ['/', 'search'],
  ['P', 'new_order'],
  ['R', 'show_new'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'leave'],
  ['?', 'help'],
] as const;

export const keyTexts = (t: Translate): KeyTexts => ({
  open: t('desk.keys.open'),
  title: t('desk.keys.title'),
  on: t('desk.keys.on'),
  onHint: t('desk.keys.on_hint'),
  close: t('desk.keys.close'),
  rows: listed.map(([keys, what]) => ({ keys, what: t(`desk.keys.${what}`) })),
});
