import { Notice } from '@/components/notice';
import type { Translate } from '../_shell/translate';

const doneKeys = [
  'claim',
  'sign',
  'contact',
  'arrive',
  'leave',
  'note',
  'finish',
  'release',
  'return',
  'pass',
  'rework',
  'tie',
  'ask_extension',
  'ask_suspension',
] as const;

/** The sentence of what was just done; nothing for a word that no action has. */
export function DoneNotice({ done, t }: { done: string | string[] | undefined; t: Translate }) {
  const key = doneKeys.find((one) => one === done);
  return key ? <Notice kind="done">{t(`work.done.${key}`)}</Notice> : null;
}
