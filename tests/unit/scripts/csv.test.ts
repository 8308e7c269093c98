import { describe, expect, it } from 'vitest';
import { CsvError, parseCsv, readCsv } from '@/seeds/csv';

describe('CSV', () => {
  it.each([
    [
      'a mark of byte order and either line end',
      '\uFEFFa,b\r\n1,2\n3,4\r5,6',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    [
      'commas, quotes and line ends in quotes',
      'a,b\n"1,2","say ""hi"""\n"x\r\ny\nz",2\nlast,3\n',
      [
        [1, 'a', 'b'],
        [2, '1,2', 'say "hi"'],
        [3, 'x\r\ny\nz', '2'],
        [6, 'last', '3'],
      ],
    ],
    [
      'empty fields, and lines with nothing left out',
      'a,b\n\n,\n"",2\n,\n1,',
      [
        [1, 'a', 'b'],
        [4, '', '2'],
        [6, '1', ''],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, wanted) => {
    expect(parseCsv(text).map(({ line, fields }) => [line, ...fields])).toEqual(wanted);
  });

  it.each([
    ['a quote that is never closed', 'a\n"x\ny', 2],
    ['text after a quote', 'a\n1\n"x"y', 3],
  ])('refuses %s, with its line', (_, text, line) => {
    expect(() => parseCsv(text)).toThrow(CsvError);
    expect(() => parseCsv(text)).toThrow(`line ${line}:`);
  });

  it('gives values by the names of the first line', () => {
    expect(readCsv('a,b\n1,"2,3"\n4')).toEqual([
      { a: '1', b: '2,3' },
      { a: '4', b: '' },
    ]);
  });
});
