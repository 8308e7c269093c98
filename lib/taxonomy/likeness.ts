import { pairsOf } from '@/lib/kernel/bigrams';
import { plain } from './phrase';

/** Two letters of Chinese, or one Latin word: what an item's phrases and a resident's words are compared by. */
interface Gram {
  text: string;
  start: number;
  end: number;
}

/** Words that every sentence may have and that therefore say nothing. */
const empty = new Set(
  '我们 你们 他们 我家 我的 一个 一下 有人 没人 能不 不能 可以 请问 怎么 什么 这个 那个 想问 问问 知道 谢谢 事情 不知 麻烦 请问 请来 帮忙 没有 上次 今天 hello the and for there with this that please'.split(
    ' ',
  ),
);

function gramsOf(words: string): Gram[] {
  const text = plain(words);
  const grams: Gram[] = [];
  for (const match of text.matchAll(/[a-z]{3,}|\p{Script=Han}+/gu)) {
    const run = match[0];
    if (/^[a-z]/.test(run))
      grams.push({ text: run.replace(/(s|ing|ed)$/, ''), start: match.index, end: match.index + run.length });
    else {
      for (const { text: pair, start, end } of pairsOf(run)) {
        grams.push({ text: pair, start: match.index + start, end: match.index + end });
      }
    }
  }
  return grams.filter((gram) => !empty.has(gram.text));
}

/** For each gram, how much it says for each item that has it: rare grams say more than those of many items. */
export type Likeness = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The grams of every item's texts, weighed 0 to 1: how much more often the item has the gram than its share of one in all
 * items would be (the logarithm of that lift, 1 when only this item has it, often).
 */
export function learnLikeness(items: readonly { code: string; texts: readonly string[] }[]): Likeness {
  const counts = new Map<string, Map<string, number>>();
  for (const { code, texts } of items) {
    for (const gram of texts.flatMap((text) => [...new Set(gramsOf(text).map((g) => g.text))])) {
      const of = counts.get(gram) ?? new Map<string, number>();
      counts.set(gram, of.set(code, (of.get(code) ?? 0) + 1));
    }
  }
  for (const of of counts.values()) {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    for (const [code, count] of of)
      of.set(code, Math.max(0, Math.log((count / (all + 0.5)) * items.length) / Math.log(items.length)));
  }
  return counts;
}

/** What of the words is like the item's texts, in their order. */
export function likeWords(
  words: string,
  likeness: Likeness,
): Map<string, { start: number; end: number; weight: number }[]> {
  const like = new Map<string, { start: number; end: number; weight: number }[]>();
  for (const { text, start, end } of gramsOf(words)) {
    for (const [code, weight] of likeness.get(text) ?? []) {
      const of = like.get(code) ?? [];
      of.push({ start, end, weight });
      like.set(code, of);
    }
  }
  return like;
}
