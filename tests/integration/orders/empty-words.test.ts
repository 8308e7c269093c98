import { describe, expect, it } from 'vitest';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const c = sharedCommunity();

/** Who does it, what must be told (3.1 "must carry"), and what the refusal is called. */
const told = [
  ['limin', 'ask_info', 'words', 'input.question_says_nothing'],
  ['limin', 'decline', 'words', 'input.decline_says_nothing'],
  ['gaofeng', 'return', 'basis', 'input.return_says_nothing'],
  ['liuyang', 'release', 'reason', 'input.release_says_nothing'],
] as const;

const toTellOf = (action: (typeof told)[number][1]) => {
  if (action === 'ask_info' || action === 'decline') return submitted(c());
  return anOrder(c(), { state: 'in_progress', holder: action === 'release' ? 'volunteer' : 'unit' });
};

describe('what must be told', () => {
  it.each(told)(
    '%s may not %s with words that tell nothing, and nothing is written',
    async (who, action, field, why) => {
      const order = await toTellOf(action);
      const before = await snapshot(c());
      for (const words of ['。', '1', '无', '……', '同上', '1234567', '没有理由', '哈哈哈哈哈'])
        await expect(perform(c(), who, action, order, { [field]: words }), words).rejects.toMatchObject({
          code: 'invalid',
          details: { issues: [{ path: field, message: why }] },
        });
      for (const nothing of ['', '   ', undefined])
        await expect(perform(c(), who, action, order, { [field]: nothing })).rejects.toMatchObject({
          details: { issues: [{ path: field, reason: 'input.required' }] },
        });
      expect(await snapshot(c())).toEqual(before);
      const { status } = await rowOf(c(), order);
      await perform(c(), who, action, order);
      expect((await rowOf(c(), order)).status).not.toBe(status);
    },
  );
});
