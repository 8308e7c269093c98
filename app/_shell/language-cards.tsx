import { RadioCards } from '@/components/choice-fields';
import type { Locale } from '@/components/preferences';
import type { Translate } from './translate';

/** The choice of the language, each named in itself. */
export function LanguageCards({ locale, t }: { locale: Locale; t: Translate }) {
  return (
    <RadioCards
      name="locale"
      label={t('me.language')}
      row
      choices={[
        { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
      value={locale}
    />
  );
}
