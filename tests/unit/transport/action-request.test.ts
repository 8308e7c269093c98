import { describe, expect, it } from 'vitest';
import { actionFault } from '@/lib/transport/action-request';
import { formFields } from '@/lib/transport/form';

const id = '60ac5a7cb261ae9fd33fee670ec8319223bc386bb3';
const bound = JSON.stringify({ id, bound: '$@1' });
const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const without = (fields: Record<string, string>) => actionFault(new Headers(), formOf(fields));
const named = (name: string, fields: Record<string, string> | null, more: Record<string, string> = {}) =>
  actionFault(new Headers({ 'next-action': name, ...more }), fields && formOf(fields));

describe('a form that a browser sends', () => {
  it('goes on: without script, with script, and where no action is meant', () => {
    expect(without({ [`$ACTION_ID_${id}`]: '', words: 'a' })).toBeNull();
    expect(
      without({ $ACTION_REF_2: '', '$ACTION_2:0': bound, '$ACTION_2:1': '[{"ok":false}]', $ACTION_KEY: 'k' }),
    ).toBeNull();
    expect(named(id, { '0': '["$K1"]', '1_words': 'a' })).toBeNull();
    expect(named(id, { '0': '[{"ok":false,"values":{}},"$K1"]', '1_words': 'a' })).toBeNull();
    expect(without({ code: 'PL20240115-0001', secret: '123456' })).toBeNull();
    expect(actionFault(new Headers(), null)).toBeNull();
  });
});

describe('a form that none would send', () => {
  it('is broken when it does not say which action, or with what', () => {
    const spoilt: Record<string, string>[] = [
      { $ACTION_REF_2: '' },
      { $ACTION_REF_2: '', '$ACTION_2:0': bound },
      { $ACTION_REF_2: '', '$ACTION_2:0': '[]', '$ACTION_2:1': '[]' },
      { $ACTION_REF_2: '', '$ACTION_2:0': bound, '$ACTION_2:1': '__proto__' },
      { '$ACTION_2:0': ' ' },
      { $ACTION_REF_2: '', '$ACTION_2:0': bound, '$ACTION_2:1': 'null' },
    ];
    expect(spoilt.map(without)).toEqual(spoilt.map(() => 'broken'));
    for (const name of ['', 'nonsense', '../x', `${id}x`]) expect(named(name, { '0': '["$K1"]' }), name).toBe('broken');
    for (const args of ['', '{', '[]', '{"__proto__":{}}', '["$1"]', '[{"a":"$K1"}]']) {
      expect(named(id, { '0': args }), args).toBe('broken');
    }
    expect(named(id, null)).toBe('broken');
  });

  it('is too large above a megabyte, said or unsaid', () => {
    const words = 'a'.repeat(1024 * 1024 + 1);
    expect(without({ words })).toBe('too_large');
    expect(named(id, { '0': '["$K1"]', '1_words': words })).toBe('too_large');
    expect(named(id, { '0': '["$K1"]' }, { 'content-length': '2000000' })).toBe('too_large');
  });

  it('may have left the form out: then it is an empty one', () => {
    expect(formFields(undefined as unknown as FormData)).toEqual({});
  });
});
