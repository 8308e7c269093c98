import { describe, expect, it } from 'vitest';
import { declineReasons, dissatisfiedReasons, returnReasons, reworkReasons } from '@/lib/orders/status';
import { planItems } from '@/seeds/demo/plan-items';
import { dangerIn } from '@/seeds/demo/plan-unnamed';
import { callbackWords } from '@/seeds/demo/texts/callback-words';
import { allItemTexts } from '@/seeds/demo/texts/item-texts';
import { dissatisfiedWords, fiveStarWords, middlingWords } from '@/seeds/demo/texts/rating-words';
import { fillSlots, readSentence, repliesTo, type Topic } from '@/seeds/demo/texts/sentence';
import {
  contactWords,
  declineWords,
  missingPieces,
  outcomeReplies,
  releaseReasons,
  returnBases,
  reworkWords,
  staffNotes,
} from '@/seeds/demo/texts/staff-words';

const styles = ['spoken', 'chat', 'clerk', 'patrol', 'alert'] as const;
const sentencesOf = (topic: Topic) => styles.flatMap((style) => (topic[style] ?? []).map(readSentence));
const heaviest = [...planItems].sort((a, b) => b.weight - a.weight).slice(0, 15);
const length = (text: string) => [...text].length;

describe('what residents say', () => {
  it('covers the 56 items in the order of the taxonomy', () => {
    expect(allItemTexts.map((texts) => texts.item)).toEqual(planItems.map((item) => item.code));
  });

  it('has six different sentences for each item, fourteen for the fifteen heaviest', () => {
    for (const texts of allItemTexts) {
      const different = new Set(texts.topics.flatMap(sentencesOf).map((sentence) => sentence.words));
      const least = heaviest.some((item) => item.code === texts.item) ? 14 : 6;
      expect(different.size, texts.item).toBeGreaterThanOrEqual(least);
    }
  });

  it('never says the same under two items', () => {
    const all = allItemTexts.flatMap((texts) => texts.topics.flatMap(sentencesOf)).map((sentence) => sentence.words);
    expect(all.filter((words, i) => all.indexOf(words) !== i)).toEqual([]);
  });

  it('has short titles and words that a form takes', () => {
    for (const texts of allItemTexts) {
      for (const { title, words } of texts.topics.flatMap(sentencesOf)) {
        expect(length(title), title).toBeLessThanOrEqual(texts.item === '1303' ? 40 : 12);
        expect(length(words), words).toBeGreaterThanOrEqual(8);
        expect(length(words), words).toBeLessThanOrEqual(texts.item === '1303' ? 240 : 90);
      }
    }
  });

  it('uses only the three slots', () => {
    const slots = { place: '5号楼2单元', building: '5号楼', quarter: 'C区' };
    for (const texts of allItemTexts) {
      for (const { words } of texts.topics.flatMap(sentencesOf))
        expect(() => fillSlots(words, slots), words).not.toThrow();
      for (const topic of texts.topics) {
        for (const text of [...topic.done, ...(topic.proof ?? [])]) expect(() => fillSlots(text, slots)).not.toThrow();
      }
    }
    expect(() => fillSlots('{door}', slots)).toThrow('door');
  });

  it('names danger only under items that are U1 anyway', () => {
    for (const texts of allItemTexts) {
      if (planItems.find((item) => item.code === texts.item)?.urgency === 'U1') continue;
      for (const { words } of texts.topics.flatMap(sentencesOf)) {
        expect(dangerIn(words), words).toEqual([]);
      }
    }
  });

  it('holds no phone number and no name of a person in full', () => {
    expect(JSON.stringify(allItemTexts)).not.toMatch(/\d{7}/);
  });
});

describe('what staff answers', () => {
  it('fits every sentence: what was done, and the proof where one is asked for', () => {
    for (const texts of allItemTexts) {
      for (const topic of texts.topics) {
        for (const { title, words } of sentencesOf(topic)) {
          const said = `${title} ${words}`;
          expect(repliesTo(said, topic.done).length, `${texts.item} ${said}`).toBeGreaterThan(0);
          if (topic.proof) expect(repliesTo(said, topic.proof).length, `${texts.item} ${said}`).toBeGreaterThan(0);
        }
      }
    }
  });

  it('prefers the reply with a keyword that was said', () => {
    const list = ['灯 亮|换了灯泡。', '修好了。'];
    expect(repliesTo('楼道灯坏了', list)).toEqual(['换了灯泡。']);
    expect(repliesTo('门坏了', list)).toEqual(['修好了。']);
    expect(repliesTo('门坏了', ['灯|换了灯泡。'])).toEqual([]);
  });

  it('does not shout', () => {
    const staff = [
      ...allItemTexts.flatMap((t) => [
        ...(t.partly ?? []),
        ...(t.explained ?? []),
        ...t.topics.flatMap((topic) => [
          ...topic.done,
          ...(topic.proof ?? []),
          ...topic.clerk,
          ...(topic.patrol ?? []),
        ]),
      ]),
      ...Object.values(reworkWords).flatMap((list) => list.map((one) => one.words)),
      ...Object.values(declineWords).flatMap((list) => list.map((one) => one.words)),
      ...Object.values(returnBases).flatMap((list) => list.map((one) => one.basis)),
      ...Object.values(outcomeReplies).flat(),
      ...Object.values(contactWords).flat(),
      ...staffNotes,
      ...releaseReasons,
      ...JSON.stringify(callbackWords).split('"'),
    ];
    expect(staff.filter((text) => /[!！]/.test(text))).toEqual([]);
  });

  it('has words for every reason, long enough where the rule asks for ten characters', () => {
    for (const reason of reworkReasons) {
      expect(
        reworkWords[reason].some((one) => !one.items),
        reason,
      ).toBe(true);
      for (const { words } of reworkWords[reason]) expect(length(words), words).toBeGreaterThanOrEqual(10);
    }
    for (const { waiver } of Object.values(missingPieces).flat())
      expect(length(waiver), waiver).toBeGreaterThanOrEqual(10);
    for (const reason of returnReasons) expect(returnBases[reason].length, reason).toBeGreaterThan(0);
    for (const reason of declineReasons) expect(declineWords[reason].length, reason).toBeGreaterThan(0);
    for (const reason of dissatisfiedReasons) expect(dissatisfiedWords[reason].length, reason).toBeGreaterThan(0);
  });
});

describe('what residents write when they rate', () => {
  it('has five-star words for every item and middling words for every category', () => {
    for (const texts of allItemTexts) {
      if (texts.item === '1303' || texts.item === '0102') continue;
      for (const topic of texts.topics) {
        const words = fiveStarWords[`${texts.item}/${topic.key}`] ?? fiveStarWords[texts.item];
        expect(words, `${texts.item}/${topic.key}`).toBeDefined();
      }
      const family = middlingWords[texts.item.slice(0, 2)];
      expect(family?.four.length, texts.item).toBeGreaterThan(0);
      expect(family?.three.length, texts.item).toBeGreaterThan(0);
    }
  });
});
