import { createTranslator } from 'next-intl';
import messages from '../../messages/zh-CN.json' with { type: 'json' };

type Values = Record<string, string | number>;

function textAt(key: string): string {
  let at: unknown = messages;
  for (const part of key.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  if (typeof at !== 'string') throw new Error(`messages/zh-CN.json has no text at ${key}`);
  return at;
}

const translate = createTranslator({
  locale: 'zh-CN',
  messages,
  timeZone: 'Asia/Shanghai',
  onError: (error) => {
    throw error;
  },
}) as unknown as (key: string, values: Values) => string;

/**
 * A Chinese text of the screens by its key, as the program itself makes it, so that a better wording breaks no test.
 * @throws when the key is not there, or a place stays open
 */
export const say = (key: string, values: Values = {}): string => translate(key, values);

/** The text as a pattern in which its places may hold anything. */
export function pattern(key: string): RegExp {
  const escaped = textAt(key)
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('.+'));
}
