import { describe, expect, it } from 'vitest';
import { tellsSomething } from '@/lib/kernel/text';

describe('words that somebody else has to act on', () => {
  it('are none where the field was only filled', () => {
    for (const text of [
      ...['', '。', '1', '无', '无。', '1111', '12345678', '……！！', '👍👍👍👍', '---- ----', '无无无无', '哈哈哈哈哈'],
      ...[
        '好的好的',
        '同上',
        '没有理由',
        '不予受理。',
        '【退单】',
        '  退 单  ',
        '測試',
        'n/a',
        'None',
        'NULL!',
        'ok',
        'ｔｅｓｔ',
        '看看',
      ],
    ])
      expect(tellsSomething(text, 4), text).toBe(false);
  });

  it('are some where they say what, where or why in a few words', () => {
    for (const text of [
      '临时有事。',
      '地址不清',
      '不归我们管',
      '路灯归供电公司管，D05',
      'Not our road',
      '3号楼在修',
      '孩子病了',
    ])
      expect(tellsSomething(text, 4), text).toBe(true);
    expect(tellsSomething('几号楼？', 3)).toBe(true);
    expect(tellsSomething('几号楼？', 4)).toBe(false);
    expect(tellsSomething('？？？', 3)).toBe(false);
  });
});
