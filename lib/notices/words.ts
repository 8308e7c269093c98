import { shanghaiDate, shanghaiTime } from '@/lib/calendar/shanghai';
import type { OutsideMessage } from '@/lib/channels/message';
import type { OutsideFacts } from '@/lib/orders/queries/outside-facts';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

type Words = { [key: string]: string | Words };

/** A sentence of the messages by its key; null where there is none. */
function sentence(words: Words, key: string): string | null {
  let found: string | Words | undefined = words;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : null;
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const say = (key: string, values: Record<string, string> = {}): string => fill(sentence(zh, key) ?? key, values);

const dueWords = (at: number): string => {
  const [, month = '', day = ''] = shanghaiDate(at).split('-');
  return say('outside.due_at', { month: String(Number(month)), day: String(Number(day)), time: shanghaiTime(at) });
};

/** What every message needs beside the order: which it is, and where this site is. */
export interface Sending {
  id: string;
  at: number;
  kind: string;
  origin: string | null;
  isDemo: boolean;
}

const titled = (title: string, { isDemo }: Sending): string =>
  `${say(isDemo ? 'outside.demo' : 'outside.sign')}${title}`;

/**
 * What a group, a mailbox or a receiver gets of an order: number, item, cell, due and a link, and of what is sealed or
 * about somebody the number alone.
 */
export function messageOf(sending: Sending, facts: OutsideFacts): OutsideMessage {
  const { id, at, kind, origin } = sending;
  const { code, item, cell, dueAt, dueMs, numberOnly, urgent } = facts;
  const number = say('outside.number', { number: code });
  if (numberOnly) {
    const event = { type: 'order.changed', data: { order: code } };
    return { id, at, title: titled(say('outside.sealed'), sending), lines: [number], link: null, event };
  }
  const url = origin === null ? null : `${origin}/desk/o/${code}`;
  const title = say(`notice.kind.${kind}`);
  return {
    id,
    at,
    title: titled(urgent ? say('outside.urgent', { title }) : title, sending),
    lines: [
      number,
      say('outside.item', { item: item.zh }),
      say('outside.cell', { cell: cell.zh }),
      ...(dueMs === null ? [] : [say('outside.due', { due: dueWords(dueMs) })]),
    ],
    link: url === null ? null : { label: say('outside.open'), url },
    event: { type: kind, data: { order: code, item: item.code, cell: cell.code, dueAt, link: url } },
  };
}

/** What an administrator sends to see whether a channel works. */
export function testMessage(sending: Sending): OutsideMessage {
  const { id, at, origin } = sending;
  return {
    id,
    at,
    title: titled(say('outside.test'), sending),
    lines: [say('outside.test_words')],
    link: origin === null ? null : { label: say('outside.open'), url: origin },
    event: { type: 'test', data: {} },
  };
}

/**
 * The short message to whoever left a phone, in both languages; of what is sealed or about somebody the number alone.
 * @param link where it leads: the single-use link of 请您评单, else the page that asks for number and phone
 */
export function shortMessage(kind: string, facts: Pick<OutsideFacts, 'code' | 'numberOnly'>, link: string): string {
  const key = facts.numberOnly ? 'outside.sms.sealed' : `outside.sms.${kind.replace(/^order\./, '')}`;
  const values = { number: facts.code, link };
  const [chinese, english] = [sentence(zh, key), sentence(en, key)];
  if (chinese === null || english === null) throw new Error(`no short message for ${kind}`);
  return `${say('outside.sign')}${fill(chinese, values)} ${fill(english, values)}`;
}
