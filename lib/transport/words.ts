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

export const isReason = (text: string): boolean => /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/.test(text);

export const hasWords = (reason: string): boolean => translators['zh-CN'].has(`reason.${reason}`);

/** What happened, what is kept, what to do: the sentence of a reason in the reader's language, else that of its code. */
export function reasonWords(locale: Locale, reason: string, code: ErrorCode, params: Values = {}): string {
  const t = translators[locale];
  return t.has(`reason.${reason}`) ? t(`reason.${reason}`, params) : t(`problem.${code}`);
}
