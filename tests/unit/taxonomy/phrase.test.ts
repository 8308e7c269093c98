import { describe, expect, it } from 'vitest';
import { findPhrase, phraseOf, plain } from '@/lib/taxonomy/phrase';

const said = (words: string, notation: string) =>
  findPhrase(plain(words), phraseOf(notation)).map((found) => found.said);

describe('the notation of phrases', () => {
  it.each([
    ['路灯坏了', '路灯', ['路灯']],
    ['灯怎么拍手都不亮', '灯…不亮|坏', ['灯怎么拍手都不亮']],
    ['灯很好看。不亮的是屏幕', '灯…不亮', []],
    ['灯在一个离这里特别特别远的地方不亮', '灯…不亮', []],
    ['煤气卡充值', '煤气 -充值', []],
    ['电影里打人', '打人 -电影', []],
    ['昨天看了一部电影回到家里以后我们听见隔壁在打人', '打人 -电影', ['打人']],
    ['怕着火', '着火 -怕着火', []],
    ['着火了我怕着火', '着火 -怕着火', ['着火']],
    ['The LIFT is broken', 'lift…broken', ['lift is broken']],
    ['shoplifting', 'lift', []],
    ['e-bike charging', 'e-bike', ['e-bike']],
  ])('%s by %s', (words, notation, found) => {
    expect(said(words, notation)).toEqual(found);
  });

  it('weighs its letters, not what stands between, unless a weight is given', () => {
    expect(findPhrase('灯怎么都不亮', phraseOf('灯…不亮'))[0]?.weight).toBe(3);
    expect(findPhrase('楼上', phraseOf('楼上 *1'))[0]?.weight).toBe(1);
  });

  it('reads what speaks against an item', () => {
    expect(phraseOf('!充值').against).toBe(true);
    expect(phraseOf('充值').against).toBe(false);
  });
});
