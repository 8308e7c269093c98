import { describe, expect, it } from 'vitest';
import type { PostedForm } from '@/app/_resident/form-body';
import type { Fields } from '@/app/_resident/report/fields';
import { readSent, sentOf, standingToSent, writeSent } from '@/app/_resident/report/sent-before';

const code = '7K2M9QX4TD';
const typed: Fields = { clientId: 'form-1', words: '路灯不亮', area: 'A-1', naming: 'phone', phone: '13900000604' };
const files = (...names: string[]): Pick<PostedForm, 'files'> => ({
  files: names.map((name) => ({ field: 'album', name, bytes: Buffer.from(name) })),
});
const sent = sentOf(code, typed, files('a.jpg'));

describe('what was sent from this browser', () => {
  it('comes back out of its cookie, and out of nothing else', () => {
    expect(readSent(writeSent(sent))).toEqual(sent);
    for (const value of [undefined, '', 'x~y~z~w', `${code}~form-1`]) expect(readSent(value)).toBeNull();
  });

  it('is the same report under a new key, with the same photos or none', () => {
    const restored = { ...typed, clientId: 'form-2' };
    for (const again of [typed, restored]) {
      expect(standingToSent(sent, again, files('a.jpg'))).toBe('same');
      expect(standingToSent(sent, again, files())).toBe('same');
    }
  });

  it('is asked about when the form that was sent says something else, or comes with other photos', () => {
    expect(standingToSent(sent, { ...typed, words: '路灯还是不亮' }, files())).toBe('changed');
    expect(standingToSent(sent, { ...typed, clientId: 'form-2' }, files('b.jpg'))).toBe('changed');
  });

  it('is asked about when words much alike come from the same place under a new key', () => {
    const again = { ...typed, clientId: 'form-2' };
    expect(standingToSent(sent, { ...again, words: '路灯不亮，换了说法' }, files())).toBe('changed');
    expect(standingToSent(sent, { ...again, words: '路灯不亮，换了说法', area: 'A-2' }, files())).toBeNull();
    expect(standingToSent(sent, { ...again, words: '楼道里堆了纸箱' }, files())).toBeNull();
    expect(standingToSent(sent, { ...again, phone: '13900000605' }, files())).toBe('changed');
  });

  it('says nothing of another report, and nothing once the person has answered', () => {
    expect(standingToSent(sent, { ...typed, clientId: 'form-2', words: '井盖松了' }, files())).toBeNull();
    expect(standingToSent(sent, { ...typed, anew: code }, files('a.jpg'))).toBeNull();
    expect(standingToSent(null, typed, files())).toBeNull();
  });
});
