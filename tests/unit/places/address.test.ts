import { describe, expect, it } from 'vitest';
import { chineseNumber, readAddress, registerNames } from '@/lib/places/address';

describe('chineseNumber', () => {
  it('reads numbers and rows of digits', () => {
    const read = [
      '五',
      '十',
      '十二',
      '二十',
      '二十一',
      '一百',
      '一百零三',
      '五百零二',
      '五百二十',
      '五〇二',
      '五零二',
      '一二〇一',
      '两',
    ];
    expect(read.map(chineseNumber)).toEqual([5, 10, 12, 20, 21, 100, 103, 502, 520, 502, 502, 1201, 2]);
  });

  it('refuses what is none', () => {
    expect(['', '百百', '十百', '甲'].map(chineseNumber)).toEqual([null, null, null, null]);
  });
});

describe('readAddress', () => {
  const read = (typed: string) => {
    const { before, building, stair, door } = readAddress(typed);
    return [before, building, stair, door];
  };

  it('reads the usual forms', () => {
    expect(read('C区5号楼2单元502')).toEqual(['C区', 5, 2, '502']);
    expect(read('c区5栋2单元')).toEqual(['C区', 5, 2, null]);
    expect(read('Ａ区３号楼１单元５０２室')).toEqual(['A区', 3, 1, '502']);
    expect(read('C区 五号楼,二单元 五零二')).toEqual(['C区', 5, 2, '502']);
    expect(read('D区2-1-1102')).toEqual(['D区', 2, 1, '1102']);
    expect(read('A3-1-502')).toEqual(['A区', 3, 1, '502']);
    expect(read('a-3-1-502')).toEqual(['A区', 3, 1, '502']);
    expect(read('C5号楼2单元')).toEqual(['C区', 5, 2, null]);
    expect(read('C区5号楼2-502')).toEqual(['C区', 5, 2, '502']);
    expect(read('C区5#2单元')).toEqual(['C区', 5, 2, null]);
    expect(read('C区5#楼')).toEqual(['C区', 5, null, null]);
    expect(read('C区5号2门301')).toEqual(['C区', 5, 2, '301']);
    expect(read('5号楼2单元')).toEqual(['', 5, 2, null]);
    expect(read('C区05号楼')).toEqual(['C区', 5, null, null]);
  });

  it('leaves alone what is no number of a house', () => {
    expect(read('三孔桥社区A区')).toEqual(['三孔桥社区A区', null, null, null]);
    expect(read('C区5楼')).toEqual(['C区5楼', null, null, null]);
    expect(read('3号路灯')).toEqual(['3号路灯', null, null, null]);
    expect(read('')).toEqual(['', null, null, null]);
  });
});

describe('registerNames', () => {
  it('goes from the door to the building', () => {
    expect(registerNames('C区', readAddress('C区5号楼2单元502'))).toEqual([
      'C区5号楼2单元502室',
      'C区5号楼2单元',
      'C区5号楼',
    ]);
    expect(registerNames('C区', readAddress('C区5号楼'))).toEqual(['C区5号楼']);
    expect(registerNames('C区', readAddress('C区'))).toEqual(['C区']);
  });
});
