import { describe, expect, it } from 'vitest';
import { readSettingForm, settingFormInput, shapeOf } from '@/app/_desk/admin/setting-form';
import { isDomainError } from '@/lib/kernel/errors';
import { definitions, settingKeys } from '@/lib/settings/definitions';
import { readInput } from '@/lib/transport/issues';
import { reasonWords } from '@/lib/transport/words';

/** What the page puts into the fields of a setting, as a form sends it. */
function typedFrom(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, number]) => [name, String(number)]));
  }
  return { value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? undefined)?.toString() };
}

describe('a setting typed into a form', () => {
  it('is the value that was shown, for every setting', () => {
    for (const key of settingKeys) {
      const definition = definitions[key];
      const read = readSettingForm(key, typedFrom(definition.default));
      expect(read, key).toEqual(definition.default);
      expect(definition.schema.safeParse(read).success, key).toBe(true);
    }
  });

  it('knows its shape', () => {
    expect(shapeOf('orders.open_limit')).toBe('number');
    expect(shapeOf('phones.supervision')).toBe('phone');
    expect(shapeOf('throttle.pin')).toBe('throttle');
    expect(shapeOf('demo')).toBe('yes_no');
  });

  it('leaves what is no number for the definition to refuse', () => {
    expect(
      definitions['orders.open_limit'].schema.safeParse(readSettingForm('orders.open_limit', { value: '十' })).success,
    ).toBe(false);
    expect(readSettingForm('throttle.pin', { limit: 'x', windowSeconds: '60' })).toEqual({
      limit: 'x',
      windowSeconds: 60,
    });
  });

  it('takes an emptied telephone for none', () => {
    expect(readSettingForm('phones.supervision', { value: '  ' })).toBeNull();
    expect(readSettingForm('phones.supervision', {})).toBeNull();
  });

  it('says what is wrong at the field where it was typed, and never by the name of a key', () => {
    const refused = (key: string, typed: Record<string, string>) => {
      try {
        readInput(settingFormInput(key), { key, ...typed }, { texts: true, locale: 'zh-CN' });
      } catch (error) {
        if (isDomainError(error)) return error.details.issues?.map(({ path, message }) => [path, message]);
      }
      return null;
    };
    expect(refused('orders.open_limit', { value: '5000' })).toEqual([['value', '不能大于 1000。']]);
    expect(refused('orders.open_limit', { value: '' })).toEqual([['value', '请填写这一项。']]);
    expect(refused('throttle.pin', { limit: '0', windowSeconds: '60' })).toEqual([['value.limit', '不能小于 1。']]);
    expect(refused('phones.community', { value: '打 110' })).toEqual([
      ['value', reasonWords('zh-CN', 'settings.phone_shape', 'invalid')],
    ]);
    expect(refused('orders.open_limit', { value: '20' })).toBeNull();
    expect(refused('phones.community', { value: '' })).toBeNull();
    for (const key of settingKeys) {
      const words = reasonWords('zh-CN', 'settings.value', 'invalid', { setting: key.replaceAll('.', '_') });
      expect(words, key).not.toMatch(/[._]/);
    }
  });
});
