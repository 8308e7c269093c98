import { describe, expect, it } from 'vitest';
import type { Translate } from '@/app/_shell/translate';
import { typedFacts } from '@/app/_work/kept-news';

const t = ((key: string) => key) as unknown as Translate;
const valuesOf = (form: string, reason: string) =>
  typedFacts({ form, values: { reason } }, 'zh-CN', t).map(({ value }) => value);

describe('what was typed where its form is no longer open', () => {
  it('says a chosen reason in the words of its list, not in its value', () => {
    expect(valuesOf('rework', 'evidence_missing')).toEqual(['reworkReason.evidence_missing']);
    expect(valuesOf('return', 'R3')).toEqual(['R3 returnReason.R3']);
  });

  it('leaves a reason that was typed as it is', () => {
    expect(valuesOf('takeBack', '写错了')).toEqual([
      expect.objectContaining({ props: expect.objectContaining({ children: '写错了' }) }),
    ]);
  });
});
