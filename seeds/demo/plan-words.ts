import type { Channel } from '@/lib/orders/status';
import type { PlannedOrder } from './plan-order';
import { suffixOf } from './plan-places';
import type { Random } from './random';
import { textsOf } from './texts/item-texts';
import { readSentence, type Topic } from './texts/sentence';
import type { FittedWords } from './texts/staff-words';
import { typoPairs } from './texts/typos';

export type Style = 'spoken' | 'chat' | 'clerk' | 'patrol' | 'alert';

export const styleOf = (channel: Channel): Style =>
  channel === 'chat'
    ? 'chat'
    : channel === 'patrol'
      ? 'patrol'
      : channel === 'power'
        ? 'alert'
        : channel === 'web' || channel === 'representative'
          ? 'spoken'
          : 'clerk';

/** Where no topic says otherwise, people speak of the places where they live. */
const fits = (topic: Topic, cell: string, month: number): boolean =>
  (topic.cells ? topic.cells.includes(suffixOf(cell)) : !cell.endsWith('901')) &&
  (topic.months?.includes(month) ?? true);

/** The topics of an item that have words in a style, at a place and in a month. */
export const topicsFor = (item: string, style: Style, cell: string, month: number): Topic[] =>
  textsOf(item).topics.filter((topic) => fits(topic, cell, month) && (topic[style]?.length ?? 0) > 0);

export interface Picked {
  topic: Topic;
  /** `item/topic#style-n`: the template, for counting. */
  id: string;
  title: string;
  words: string;
}

/** Hands out texts so that none is used much more often than its neighbours. */
export interface WordPicker {
  /** @throws RangeError when the item has no words for that */
  sentence(item: string, style: Style, cell: string, month: number, topicKey?: string): Picked;
  /** The least used of a list; a tie is drawn. */
  least<T>(list: readonly T[], id: (entry: T) => string): T;
}

export function wordPicker(random: Random): WordPicker {
  const used = new Map<string, number>();
  const least = <T>(list: readonly T[], id: (entry: T) => string): T => {
    const counts = list.map((entry) => used.get(id(entry)) ?? 0);
    const low = Math.min(...counts);
    const chosen = random.pick(list.filter((_, i) => counts[i] === low));
    used.set(id(chosen), low + 1);
    return chosen;
  };
  return {
    least,
    sentence(item, style, cell, month, topicKey) {
      const topics = topicsFor(item, style, cell, month).filter((topic) => !topicKey || topic.key === topicKey);
      const entries = topics.flatMap((topic) =>
        (topic[style] ?? []).map((text, n) => ({ topic, text, id: `${item}/${topic.key}#${style}-${n + 1}` })),
      );
      if (entries.length === 0) throw new RangeError(`no ${style} words for ${item} in ${cell}, month ${month}`);
      const { topic, text, id } = least(entries, (entry) => entry.id);
      return { topic, id, ...readSentence(text) };
    },
  };
}

/** Words that fit any item, or those of the given one. */
export const fittedTo = (code: string, list: readonly FittedWords[]): FittedWords[] =>
  list.filter((one) => !one.items || one.items.some((start) => code.startsWith(start)));

/** How the counter notes where the words came from. */
export function clerkVoice(words: string, channel: Channel): string {
  if (channel === 'hotline') return words.replace(/^(来访|来电)(反映|建议)：/, '热线转办：');
  const voice = channel === 'hall' ? '来访' : channel === 'phone' ? '来电' : null;
  return voice ? words.replace(/^(来访|来电)(反映|建议)：/, (_, __, verb: string) => `${voice}${verb}：`) : words;
}

/** What was said, without the clerk's opening, and with the sender's name where a line of the chat group was pasted. */
export function spokenWords({ words, proxy }: Pick<PlannedOrder, 'words' | 'proxy'>): string {
  const said = words.replace(/^(来访|来电)(反映|建议)：|^热线转办：/, '');
  return proxy?.nickname ? `${proxy.nickname}：${said}` : said;
}

/** The text with one slip in it; null where no known slip fits. */
export function withTypo(words: string, random: Random): string | null {
  // The short ones fit nearly everywhere and would drown the others.
  const fitting = typoPairs.filter(([right]) => words.includes(right));
  const long = fitting.filter(([right]) => right.length > 1);
  const pair = fitting.length === 0 ? null : random.pick(long.length > 0 ? long : fitting);
  return pair ? words.replace(pair[0], pair[1]) : null;
}
