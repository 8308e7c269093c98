import type { ModeChoice } from '@/components/mode-chips';
import type { Locale, Mode } from '@/components/preferences';
import type { Translate } from './translate';

const nextModes: Record<Mode, Mode[]> = { standard: ['elder'], elder: ['xl', 'standard'], xl: ['elder', 'standard'] };

/** The sizes that are one tap away from the one that holds. */
export function sizeChoices(t: Translate, mode: Mode): ModeChoice[] {
  return nextModes[mode].map((value) => ({ field: 'mode', value, label: t(`mode.${value}`), icon: 'text-size' }));
}

/** The other language, named in its own words. */
export function languageChoice(locale: Locale): ModeChoice {
  return locale === 'en'
    ? { field: 'locale', value: 'zh-CN', label: '中文', lang: 'zh-CN' }
    : { field: 'locale', value: 'en', label: 'EN', lang: 'en', title: 'EN: read this in English' };
}

/** What the head of a main page offers. In elder modes fewer things: the sizes alone; the language is in the foot. */
export function headChoices(t: Translate, mode: Mode, locale: Locale): ModeChoice[] {
  return mode === 'standard' ? [...sizeChoices(t, mode), languageChoice(locale)] : sizeChoices(t, mode);
}
