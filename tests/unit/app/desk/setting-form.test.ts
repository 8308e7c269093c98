import { describe, expect, it } from 'vitest';
import { readSettingForm, shapeOf } from '@/app/_desk/admin/setting-form';
import { definitions, settingKeys } from '@/lib/settings/definitions';

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
});
