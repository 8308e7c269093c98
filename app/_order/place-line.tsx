import type { Locale } from '@/components/preferences';
import { wordsLang } from '../_shell/names';

/** Where it is, and the door or spot in the words of whoever said it. */
export function PlaceLine(props: { where?: string; detail?: string | null; locale: Locale }) {
  const { where, detail, locale } = props;
  return (
    <>
      {where} {detail && <span lang={wordsLang(locale)}>{detail}</span>}
    </>
  );
}
