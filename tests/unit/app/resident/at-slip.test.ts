import { describe, expect, it } from 'vitest';
import { atSlip, isElsewhere } from '@/app/_resident/report/at-slip';
import { type Fields, reportInput } from '@/app/_resident/report/fields';

const slip = { code: 'PL-C05', areaCode: 'c-05' };
const rest = { words: '灯不亮', phone: '13900000001' };

describe('atSlip', () => {
  it.each<[string, Fields, boolean, string | undefined]>([
    ['nothing yet', {}, false, undefined],
    ['only a spot', { detail: '2单元' }, false, '2单元'],
    ['the same building', { area: 'c-05', detail: '2单元' }, false, '2单元'],
    ['the same slip', { point: 'PL-C05', area: '', detail: '2单元' }, false, '2单元'],
    ['another building', { area: 'a-01', detail: '2单元' }, true, undefined],
    ['another slip', { point: 'PL-A01', detail: '2单元' }, true, undefined],
    ['another building instead of this slip', { point: 'PL-C05', area: 'a-01', detail: '2单元' }, true, undefined],
    ['an address', { address: 'A区1号楼', detail: '2单元' }, true, undefined],
    ['a position', { area: 'a', here: 'a', lat: '34.3', lng: '117.3' }, true, undefined],
  ])('wins over %s', (_what, before, elsewhere, detail) => {
    const fields = { ...rest, ...before };
    expect(isElsewhere(fields, slip)).toBe(elsewhere);
    const { place, words, contact } = reportInput(atSlip(fields, slip), []);
    expect(place).toEqual({ pointCode: 'PL-C05', detail });
    expect([words, contact?.phone]).toEqual([rest.words, rest.phone]);
  });
});
