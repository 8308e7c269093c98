import { createTranslator } from 'next-intl';
import type { ErrorCode } from '@/lib/kernel/errors';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

export type Locale = 'zh-CN' | 'en';

type Values = Record<string, string | number>;
interface Translator {
  (key: string, values?: Values): string;
  has(key: string): boolean;
}

function translator(locale: Locale): Translator {
  const messages = locale === 'en' ? en : zh;
  return createTranslator({ locale, messages, timeZone: 'Asia/Shanghai' }) as unknown as Translator;
}

const translators: Record<Locale, Translator> = { 'zh-CN': translator('zh-CN'), en: translator('en') };

export const hasWords = (reason: string): boolean => translators['zh-CN'].has(`reason.${reason}`);

/** Values of a sentence that are lists of codes, and where each code has its words. */
const codeLists: Readonly<Record<string, string>> = { kinds: 'evidence.kind', setting: 'admin.setting' };
const separators: Record<Locale, string> = { 'zh-CN': '、', en: ', ' };

/** Nobody outside knows the codes of the taxonomy, so `photo_before document` is told as 办理前照片、单据. */
function inWords(locale: Locale, params: Values): Values {
  const t = translators[locale];
  const told = Object.entries(params).map(([name, value]): [string, string | number] => {
    const where = codeLists[name];
    if (where === undefined || typeof value !== 'string') return [name, value];
    const words = value.split(' ').map((code) => (t.has(`${where}.${code}`) ? t(`${where}.${code}`) : code));
    return [name, words.join(separators[locale])];
  });
  return Object.fromEntries(told);
}

/** What happened, what is kept, what to do: the sentence of a reason in the reader's language, else that of its code. */
export function reasonWords(locale: Locale, reason: string, code: ErrorCode, params: Values = {}): string {
  const t = translators[locale];
  return t.has(`reason.${reason}`) ? t(`reason.${reason}`, inWords(locale, params)) : t(`problem.${code}`);
}
