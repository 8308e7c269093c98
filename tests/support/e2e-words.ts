import messages from '../../messages/zh-CN.json' with { type: 'json' };

type Values = Record<string, string | number>;

function textAt(key: string): string {
  let at: unknown = messages;
  for (const part of key.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  if (typeof at !== 'string') throw new Error(`messages/zh-CN.json has no text at ${key}`);
  return at;
}

/**
 * A Chinese text of the screens by its key, so that a better wording breaks no test. Only plain `{name}` places are
 * filled. @throws when the key is not there, or a place stays open
 */
export function say(key: string, values: Values = {}): string {
  const text = textAt(key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  if (text.includes('{')) throw new Error(`${key} still has an open place: ${text}`);
  return text;
}

/** The text as a pattern in which its places may hold anything. */
export function pattern(key: string): RegExp {
  const escaped = textAt(key)
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('.+'));
}
