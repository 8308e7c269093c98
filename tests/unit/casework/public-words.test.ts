import { describe, expect, it } from 'vitest';
import { namedIn, numberIn, refuseNamed } from '@/lib/casework/public-words';
import { isDomainError } from '@/lib/kernel/errors';

const names = ['钱来顺', 'Qian Laishun', '10087654321', 'C区5号楼302', '李', 'Li'];

describe('who is named in a text', () => {
  it.each([
    ['回复钱来顺：已列入', '钱来顺'],
    ['回复 钱 来\u3000顺', '钱来顺'],
    ['回复钱·来\u200B顺', '钱来顺'],
    ['QIAN laishun asked', 'Qian Laishun'],
    ['请去Ｃ区５号楼３０２', 'C区5号楼302'],
    ['打 100 8765 4321', '10087654321'],
  ])('%s', (text, name) => expect(namedIn(text, names)).toBe(name));

  it('is nobody by one character, nor by a name that is half a word', () => {
    expect(namedIn('李子树要修剪 quality', names)).toBeNull();
    expect(namedIn('棋牌室已列入计划', names)).toBeNull();
    expect(namedIn('棋牌室已列入计划', ['', ' '])).toBeNull();
  });
});

describe('the number that stands in a text', () => {
  it.each([
    ['打10087654321', '10087654321'],
    ['打１００８７６５４３２１', '10087654321'],
    ['打 100 8765 4321 问问', '10087654321'],
    ['100-8765-4321', '10087654321'],
    ['1 0 0 8 7 6 5 4 3 2 1', '10087654321'],
    ['+86 100 8765 4321', '10087654321'],
    ['008610087654321', '10087654321'],
    ['证件 32037119490101123X', '32037119490101123X'],
  ])('%s', (text, number) => expect(numberIn(text)).toBe(number));

  it.each([
    '2024年1月15日至2024-10-31',
    '投入 600000 元，2024 年建成',
    '社区电话 0516-12345678、12345',
    '票号 100876543210001',
    '〔2024〕12号',
  ])('is none in %s', (text) => expect(numberIn(text)).toBeNull());
});

describe('a refusal', () => {
  const refusal = (fields: Record<string, unknown>): unknown => {
    try {
      refuseNamed(fields, names);
      return null;
    } catch (error) {
      return (
        isDomainError(error) && [error.code, error.details.issues?.map(({ path, params }) => [path, params?.said])]
      );
    }
  };

  it('names each field, also inside of lists, and what to leave out', () => {
    expect(
      refusal({ words: '好的', points: ['停车免费', '钱来顺家除外'], rows: [{ who: '社区', heard: '打10087654321' }] }),
    ).toEqual([
      'invalid',
      [
        ['points.1', '钱来顺'],
        ['rows.0.heard', '10087654321'],
      ],
    ]);
  });

  it('comes of nothing that is no text', () => {
    expect(
      refusal({ words: undefined, dueOn: '2024-10-31', amount: 10087654321, photos: [], owners: null }),
    ).toBeNull();
  });
});
