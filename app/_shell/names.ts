import type { Locale } from '@/components/preferences';

/** The name in the reader's language. */
export const nameIn = (locale: Locale, name: { zh: string; en: string }): string =>
  locale === 'en' ? name.en : name.zh;

/** As `nameIn`, for rows of the register that hold both names side by side. */
export const rowName = (locale: Locale, row: { nameZh: string; nameEn: string }): string =>
  locale === 'en' ? row.nameEn : row.nameZh;

/** `lang` of words that people wrote: Chinese, wherever the page is not. */
export const wordsLang = (locale: Locale): 'zh-CN' | undefined => (locale === 'en' ? 'zh-CN' : undefined);
