import { Notice } from '@/components/notice';
import type { Translate } from '../../_shell/translate';

/** What was done, after the redirect; unknown words in the address say nothing. */
export function DoneNotice(props: { done: string | undefined; names: string[]; t: Translate }) {
  const name = props.names.find((one) => one === props.done);
  return name ? <Notice kind="done">{props.t(`admin.done.${name}`)}</Notice> : null;
}
