import { describe, expect, it } from 'vitest';
import type { PostedForm } from '@/app/_resident/form-body';
import { fingerprintOf, oncePerPost } from '@/app/_resident/report/same-post';

const post = (words: string, bytes = 'x', name = 'a.jpg'): PostedForm => ({
  fields: { words },
  files: [{ field: 'photo', name, bytes: Buffer.from(bytes) }],
});

function counted<T>(answer: () => Promise<T>) {
  const calls = { n: 0 };
  const work = () => {
    calls.n += 1;
    return answer();
  };
  return { calls, work };
}

describe('oncePerPost', () => {
  it('gives two equal posts one answer, at once and afterwards', async () => {
    const { calls, work } = counted(async () => ({ id: Math.random() }));
    const send = () => oncePerPost('key-a', post('w'), work, () => true);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toBe(first);
    expect(await send()).toBe(first);
    expect(calls.n).toBe(1);
  });

  it('works anew for other words or another photo under the same key', async () => {
    const { calls, work } = counted(async () => 1);
    for (const form of [post('w'), post('other'), post('other', 'longer')]) {
      await oncePerPost('key-b', form, work, () => true);
    }
    expect(calls.n).toBe(3);
  });

  it('forgets an answer that is not final, and one that failed', async () => {
    const { calls, work } = counted(async () => 'refused');
    for (let i = 0; i < 2; i++) await oncePerPost('key-c', post('w'), work, (answer) => answer !== 'refused');
    expect(calls.n).toBe(2);
    const broken = counted(async () => Promise.reject(new Error('disk')));
    for (let i = 0; i < 2; i++) {
      await expect(oncePerPost('key-d', post('w'), broken.work, () => true)).rejects.toThrow('disk');
    }
    expect(broken.calls.n).toBe(2);
  });

  it('never joins posts without a key', async () => {
    const { calls, work } = counted(async () => 1);
    await oncePerPost(undefined, post('w'), work, () => true);
    await oncePerPost(undefined, post('w'), work, () => true);
    expect(calls.n).toBe(2);
  });

  it('tells files apart by name and size', () => {
    expect(fingerprintOf(post('w'))).toBe(fingerprintOf(post('w')));
    expect(fingerprintOf(post('w'))).not.toBe(fingerprintOf(post('w', 'xx')));
  });
});
