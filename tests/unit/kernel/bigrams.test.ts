import { describe, expect, it } from 'vitest';
import { bigrams, soughtBigrams } from '@/lib/kernel/bigrams';

describe('bigrams', () => {
  it.each([
    ['水管漏水', ['水管', '管漏', '漏水', '水']],
    ['漏', ['漏']],
    ['漏水', ['漏水', '水']],
    ['', []],
    ['，。！ 　…', []],
    // Punctuation ends a run: what stands on its two sides are no neighbours.
    ['水管，漏水', ['水管', '管', '漏水', '水']],
    ['3号楼2单元', ['3', '号楼', '楼', '2', '单元', '元']],
    ['PL20240110-0007', ['pl20240110', '0007']],
    ['Street-light BROKEN', ['street', 'light', 'broken']],
    // Full width as half width.
    ['Ａ３楼ＷｉＦｉ', ['a3', '楼', 'wifi']],
    // A character of two UTF-16 units is one character.
    ['𠮷野家', ['𠮷野', '野家', '家']],
    // A compatibility form is the character that it stands for.
    ['⽔管', ['水管', '管']],
    ['〇一', ['〇一', '一']],
    ['café déjà', ['café', 'déjà']],
    ['a'.repeat(3000), ['a'.repeat(64)]],
    ['停电了🙂来电', ['停电', '电了', '了', '来电', '电']],
  ])('%s', (text, expected) => {
    expect(bigrams(text)).toEqual(expected);
  });

  it('gives each character of a run as the beginning of one', () => {
    const text = '小区北门路灯不亮已经三天';
    const begins = new Set(bigrams(text).map((gram) => [...gram][0]));
    expect([...text].filter((letter) => !begins.has(letter))).toEqual([]);
  });
});

describe('soughtBigrams', () => {
  it.each([
    ['漏水', ['漏水'], false],
    ['水管漏水', ['水管', '管漏', '漏水'], false],
    // One character is the beginning of whatever it begins; a word may go on.
    ['漏', ['漏'], true],
    ['light', ['light'], true],
    ['3号楼', ['3', '号楼'], false],
    ['A3楼', ['a3', '楼'], true],
    // A run that something follows ends there in the text too.
    ['号楼3', ['号楼', '楼', '3'], true],
    ['水管，漏水', ['水管', '管', '漏水'], false],
    ['？', [], false],
  ])('%s', (text, grams, open) => {
    expect(soughtBigrams(text)).toEqual({ grams, open });
  });

  it('stands in the bigrams of every text that holds it', () => {
    const text = '三天了3号楼水管漏水';
    const all = ` ${bigrams(text).join(' ')} `;
    for (let from = 0; from < text.length; from++) {
      for (let to = from + 1; to <= text.length; to++) {
        const { grams, open } = soughtBigrams(text.slice(from, to));
        expect(all, text.slice(from, to)).toContain(` ${grams.join(' ')}${open ? '' : ' '}`);
      }
    }
  });
});
