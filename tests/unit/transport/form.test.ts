import { describe, expect, it } from 'vitest';
import { keptValues } from '@/lib/transport/action';
import { formFields, formInput } from '@/lib/transport/form';

const form = (...entries: [string, string | Blob][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe('a form', () => {
  it('gives its texts by name, as lists where a name comes twice, without files and React’s own fields', () => {
    const data = form(
      ['words', '灯不亮'],
      ['cells', 'a'],
      ['cells', 'b'],
      ['$ACTION_ID_x', ''],
      ['photo', new Blob(['x'])],
    );
    expect(formFields(data)).toEqual({ words: '灯不亮', cells: ['a', 'b'] });
  });

  it('becomes objects and lists by dotted names, and an empty field is none', () => {
    const fields = formFields(
      form(['place.detail', '2单元'], ['pieces.0.kind', 'photo'], ['pieces.1.kind', 'text'], ['note', ''], ['x', '  ']),
    );
    expect(formInput(fields)).toEqual({
      place: { detail: '2单元' },
      pieces: [{ kind: 'photo' }, { kind: 'text' }],
      x: '  ',
    });
  });

  it('cannot reach into the language', () => {
    const input = formInput({
      '__proto__.admin': 'yes',
      'constructor.prototype.admin': 'yes',
      'a.__proto__.admin': 'yes',
    });
    expect(input).toEqual({});
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('gives back what was typed except secrets', () => {
    const typed = { account: 'limin', password: 'x', current: 'x', next: 'x', pin: '123456', words: '…' };
    expect(keptValues(typed)).toEqual({ account: 'limin', words: '…' });
  });
});
