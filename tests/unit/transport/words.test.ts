import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '@/lib/taxonomy/evidence';
import { reasonWords } from '@/lib/transport/words';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

const told = (locale: 'zh-CN' | 'en', reason: string, kinds: string) => reasonWords(locale, reason, 'rule', { kinds });

describe('the words of a reason', () => {
  it('name the pieces of evidence as people call them', () => {
    const { photo_before: before, document: paper } = zh.evidence.kind;
    expect(told('zh-CN', 'order.evidence_incomplete', 'photo_before document')).toContain(`：${before}、${paper}。`);
    const { photo_after: after, signature } = en.evidence.kind;
    expect(told('en', 'order.waiver_needed', 'photo_after signature')).toContain(`: ${after}, ${signature}.`);
  });

  it.each(['zh-CN', 'en'] as const)('show no code of any kind in %s', (locale) => {
    for (const reason of ['order.evidence_incomplete', 'order.waiver_needed']) {
      const words = told(locale, reason, evidenceKinds.join(' '));
      // Codes of one English word may be that word: photo, document.
      expect(words).not.toMatch(locale === 'en' ? /_/ : /[a-z_]{3,}/);
    }
  });

  it('leave other values alone, and a code without words as it is', () => {
    expect(reasonWords('zh-CN', 'order.claim_limit', 'rule', { limit: 3 })).toContain('3 单');
    expect(told('zh-CN', 'order.evidence_incomplete', 'photo hologram')).toContain('、hologram。');
  });
});
