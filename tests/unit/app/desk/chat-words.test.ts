import { describe, expect, it } from 'vitest';
import { chatWords, speakersIn } from '@/app/_desk/new/chat-words';

const onComputer = `王阿姨 2024/1/10 9:12
3号楼1单元的楼道灯坏了三天了
李师傅 2024/1/10 9:13
我家门口也黑，我电话 10012345678
王阿姨 2024/1/10 9:15
@李师傅 你也看到了，李师傅昨天还差点摔了，他电话 100 1234 5678
[图片]
物业小刘 2024/1/10 9:20
收到`;

const byMail = `—————  2024-01-10  —————

王阿姨  09:12

3号楼的灯坏了

李师傅  下午 1:03:12

「王阿姨：3号楼的灯坏了」
- - - - - - - - - - - - - - -
我也是
`;

describe('a chat that was pasted', () => {
  it('gives the words of the one who asks, without names, mentions and numbers of the others', () => {
    expect(speakersIn(onComputer)).toEqual(['王阿姨', '李师傅', '物业小刘']);
    expect(chatWords(onComputer, '王阿姨')).toEqual({
      ok: true,
      speaker: '王阿姨',
      words: '3号楼1单元的楼道灯坏了三天了\n你也看到了，邻居昨天还差点摔了，他电话 （电话略）',
      left: { messages: 2, people: 2, marks: 3 },
    });
  });

  it('reads the heads of a mailed chat, and leaves out what an answer quotes', () => {
    expect(chatWords(byMail, '王阿姨')).toMatchObject({ ok: true, words: '3号楼的灯坏了' });
    expect(chatWords(byMail, '李')).toMatchObject({ ok: true, speaker: '李师傅', words: '我也是' });
  });

  it('reads what people copied together by hand, and takes no label for a name', () => {
    const text = '王阿姨：水管漏了\n地址：A区3号楼\n老李: 找物业 0516-12345678';
    expect(chatWords(text, '王阿姨')).toMatchObject({ words: '水管漏了\n地址：A区3号楼', left: { messages: 1 } });
    expect(chatWords(text, '老李')).toMatchObject({ words: '找物业 （电话略）' });
  });

  it('takes words without any head as those of the one who asks', () => {
    expect(chatWords('单元门坏了\n请来看看，打 10000000001', '')).toEqual({
      ok: true,
      speaker: null,
      words: '单元门坏了\n请来看看，打 （电话略）',
      left: { messages: 0, people: 0, marks: 1 },
    });
  });

  it("takes a colon in somebody's own sentence for no name", () => {
    const text = '单元门坏了\n原因：锁舌断了\n请来看看';
    expect(chatWords(text, '')).toMatchObject({ speaker: null, words: text });
  });

  it('asks who it is where several speak, and says who does not speak in it', () => {
    const speakers = ['王阿姨', '李师傅', '物业小刘'];
    expect(chatWords(onComputer, '')).toEqual({ ok: false, reason: 'choose', speakers });
    expect(chatWords(onComputer, '赵')).toEqual({ ok: false, reason: 'unknown', speakers });
    expect(chatWords(' \n ', '')).toEqual({ ok: false, reason: 'empty', speakers: [] });
    expect(chatWords('王阿姨：\n[图片]', '')).toMatchObject({ ok: false, reason: 'silent' });
  });
});
