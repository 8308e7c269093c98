import { createTranslator } from 'next-intl';
import type { Translate } from '@/app/_shell/translate';
import type { Locale } from '@/components/preferences';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

/** The root translator over the real messages; a missing key fails the test. */
export function wordsIn(locale: Locale): Translate {
  const translate = createTranslator({
    locale,
    messages: locale === 'en' ? en : zh,
    timeZone: 'Asia/Shanghai',
    onError: (error) => {
      throw error;
    },
  });
  return translate as unknown as Translate;
}
