import { describe, expect, it } from 'vitest';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, lastEvent, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const c = sharedCommunity();

const asked = { words: '三楼到四楼的灯不亮，什么时候能来修？' };
const hollow = '您反映的灯的问题我们高度重视。';
const lacks = ['hollow', 'asked_when'];
const handedBack = {
  code: 'rule',
  reason: 'reply.weak',
  details: {
    issues: [
      { path: 'words', reason: 'reply.hollow', params: { about: '高度重视' } },
      { path: 'words', reason: 'reply.asked_when', params: { about: '什么时候' } },
    ],
  },
};

const replies = [
  ['decline', 'limin', 'order.declined', () => submitted(c(), asked), {}],
  ['note', 'limin', 'order.noted', () => submitted(c(), asked), { toResident: true }],
  [
    'submit_evidence',
    'gaofeng',
    'order.evidence_submitted',
    () => anOrder(c(), { ...asked, state: 'in_progress', holder: 'unit' }),
    {},
  ],
] as const;

describe('words that go to a resident', () => {
  it.each(replies)('%s is handed back once, with what it lacks, and leaves everything as it was', async (...row) => {
    const [action, who, type, make, more] = row;
    const order = await make();
    const before = await snapshot(c());
    const weak = { ...more, words: hollow, reviewReply: true };
    await expect(perform(c(), who, action, order, weak)).rejects.toMatchObject(handedBack);
    expect(await snapshot(c())).toEqual(before);
    await perform(c(), who, action, order, { ...weak, sendAsIs: true });
    expect((await lastEvent(c(), order, type)).lacks).toEqual(lacks);
  });

  it.each(replies)('%s goes at once when it answers, and when nobody asked to look', async (...row) => {
    const [action, who, type, make, more] = row;
    const answers = { ...more, words: '三楼四楼两盏灯已换，今天下午复看都亮。' };
    for (const [words, review] of [
      [answers.words, true],
      [hollow, false],
    ] as const) {
      const order = await make();
      const { lastSeq } = await rowOf(c(), order);
      await perform(c(), who, action, order, { ...more, words, ...(review && { reviewReply: true }) });
      expect(await lastEvent(c(), order, type)).not.toHaveProperty('lacks');
      expect((await rowOf(c(), order)).lastSeq).toBe(lastSeq + 1);
    }
  });

  it('looks at no note that stays among staff', async () => {
    const order = await submitted(c(), asked);
    await perform(c(), 'limin', 'note', order, { words: hollow, toResident: false, reviewReply: true });
    expect(await lastEvent(c(), order, 'order.noted')).not.toHaveProperty('lacks');
  });
});
