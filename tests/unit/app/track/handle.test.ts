import { describe, expect, it } from 'vitest';
import { isNumber, misshapen, readHandle, readSecret } from '@/app/_track/handle';

describe('what a person types to look an order up', () => {
  it.each([
    ['PL20240110-0007', 'PL20240110-0007'],
    ['pl20240110 0007', 'PL20240110-0007'],
    ['ＰＬ２０２４０１１０－０００７', 'PL20240110-0007'],
    ['PL20240110—0007', 'PL20240110-0007'],
    ['PL202401100007', 'PL20240110-0007'],
    ['qf128 hbm1y', 'QF128HBM1Y'],
    ['QFI28-HBMLY', 'QF128HBM1Y'],
    ['什么', '什么'],
  ])('reads %s as %s', (typed, handle) => {
    expect(readHandle(typed)).toBe(handle);
  });

  it('tells a number from a code', () => {
    expect(['PL20240110-0007', 'QF128HBM1Y', 'PL2024-1', ''].map(isNumber)).toEqual([true, false, false, false]);
  });

  it.each([
    ['0083', { phoneTail: '0083' }],
    ['10000000083', { phoneTail: '0083' }],
    ['００８３', { phoneTail: '0083' }],
    ['315780', { pin: '315780' }],
    ['315 780', { pin: '315780' }],
    ['12', {}],
    ['', {}],
  ])('reads the second field %s', (typed, secret) => {
    expect(readSecret(typed)).toEqual(secret);
  });

  it.each([
    ['', '', { key: 'empty', field: 'code' }],
    [' -- ', '0083', { key: 'empty', field: 'code' }],
    ['PL20240110-0007', '', { key: 'number_needs', field: 'secret' }],
    ['pl202401100007', '83', { key: 'number_needs', field: 'secret' }],
    ['139 0000-0083', '', { key: 'phone', field: 'code' }],
    ['１３９００００００８３', '0083', { key: 'phone', field: 'code' }],
    ['QF128 HBM1', '', { key: 'length', field: 'code', count: 9 }],
    ['QF128-HBM1Y-2', '', { key: 'length', field: 'code', count: 11 }],
    ['29000000083', '', { key: 'length', field: 'code', count: 11 }],
    ['QF128 HBM1Y', '', null],
    ['0000000000', '', null],
    ['PL20240110-0007', '0083', null],
    ['PL20240110-7', '', null],
    ['什么', '', null],
    ['0123456789ABCDEFGHJKMNPQRS', '', null],
  ])('judges the shape of %s with %s before looking it up', (typed, second, wrong) => {
    expect(misshapen(readHandle(typed), readSecret(second))).toEqual(wrong);
  });
});
