import { describe, expect, it } from 'vitest';
import { isWrittenAs, pointCodesMeant } from '@/lib/places/point-code';

const stands = ['PL-C05', 'PL-C10', 'PL-A01', 'PL-A12', 'PL-G1', 'PL-L1', 'PL-L6'];
const meant = (typed: string, prefixes = ['PL']) =>
  pointCodesMeant(typed, prefixes).filter((code) => stands.includes(code));

describe('pointCodesMeant', () => {
  it.each([
    ['PL-C05', 'PL-C05'],
    ['pl-c05', 'PL-C05'],
    ['plc05', 'PL-C05'],
    [' PL C05 ', 'PL-C05'],
    ['PL—C05', 'PL-C05'],
    ['PL_C_05', 'PL-C05'],
    ['ＰＬ－Ｃ０５', 'PL-C05'],
    ['PL-CO5', 'PL-C05'],
    ['pl-co5', 'PL-C05'],
    ['PL-C5', 'PL-C05'],
    ['PL-C005', 'PL-C05'],
    ['C5', 'PL-C05'],
    ['c05', 'PL-C05'],
    ['C10', 'PL-C10'],
    ['CIO', 'PL-C10'],
    ['PL-ClO', 'PL-C10'],
    ['PI-C10', 'PL-C10'],
    ['P1-C1O', 'PL-C10'],
    ['a12', 'PL-A12'],
    ['AI2', 'PL-A12'],
    ['G1', 'PL-G1'],
    ['PL-GOI', 'PL-G1'],
    ['PL-LI', 'PL-L1'],
    ['pl-ll', 'PL-L1'],
    ['PL11', 'PL-L1'],
    ['L06', 'PL-L6'],
    ['C区5号楼', 'PL-C05'],
    ['C区5栋', 'PL-C05'],
    ['Ｃ区　5', 'PL-C05'],
    ['A1号', 'PL-A01'],
    ['PL-C05。', 'PL-C05'],
    ['（C5）', 'PL-C05'],
    ['A1#', 'PL-A01'],
  ])('%s → %s', (typed, code) => {
    expect(meant(typed)).toEqual([code]);
  });

  it.each([
    '',
    'C',
    '05',
    'PL',
    'PL-X1',
    'C5-2',
    'A1-2',
    'A1 2',
    'C区5号楼2单元',
    'XX-C05',
    'C0005',
    "'; --",
    '楼栋码',
    'A\u0000',
  ])('takes %j for none of them', (typed) => {
    expect(meant(typed)).toEqual([]);
  });

  it('names every community that may be meant when it was left out, and only its own when it was not', () => {
    expect(pointCodesMeant('c5', ['PL', 'DH'])).toEqual(expect.arrayContaining(['PL-C05', 'DH-C05']));
    expect(pointCodesMeant('dhc5', ['PL', 'DH'])).not.toContain('PL-C05');
  });

  it('begins with the code as it is written, also one of another pattern, and never with what is no code', () => {
    expect(pointCodesMeant('gate-12-b', ['PL'])).toEqual(['GATE-12-B']);
    expect(pointCodesMeant('PL-L1', ['PL', 'PI'])[0]).toBe('PL-L1');
    expect(pointCodesMeant('C区5号楼', [])).toEqual([]);
  });
});

describe('isWrittenAs', () => {
  it.each(['PL-C10', 'pl c1o', 'PLCIO', 'P1-C10', '（ｐｌ－ｃ１０）', 'PL_C_10'])('takes %s for PL-C10', (typed) => {
    expect(isWrittenAs(typed, 'PL-C10')).toBe(true);
  });
  it.each(['C10', 'PL-C010', 'PL-C1', 'C区10号楼', 'PL-C10号楼', 'PL-D10', ''])('and %s not', (typed) => {
    expect(isWrittenAs(typed, 'PL-C10')).toBe(false);
  });
});
