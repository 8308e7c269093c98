import { z } from 'zod';
import { definitions, isSettingKey, type SettingKey } from '@/lib/settings/definitions';

/** How a setting is typed: a number, a telephone, yes or no, or the three numbers of a throttle. */
export type SettingShape = 'number' | 'phone' | 'yes_no' | 'throttle';

export function shapeOf(key: SettingKey): SettingShape {
  const fallback: unknown = definitions[key].default;
  if (typeof fallback === 'number') return 'number';
  if (typeof fallback === 'boolean') return 'yes_no';
  if (key.startsWith('throttle.')) return 'throttle';
  return 'phone';
}

const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value;

/** What was typed for a setting, as the value that its definition checks. An emptied telephone is none. */
export function readSettingForm(key: SettingKey, typed: Record<string, unknown>): unknown {
  switch (shapeOf(key)) {
    case 'number':
      return numberOf(typed.value);
    case 'yes_no':
      return typed.value === 'yes';
    case 'phone':
      return typeof typed.value === 'string' && typed.value.trim() !== '' ? typed.value.trim() : null;
    case 'throttle': {
      const block = numberOf(typed.blockSeconds);
      return {
        limit: numberOf(typed.limit),
        windowSeconds: numberOf(typed.windowSeconds),
        ...(block === undefined || block === '' ? {} : { blockSeconds: block }),
      };
    }
  }
}

/**
 * The form of one setting, checked by its own definition, so that what is wrong is said at its field in the reader's words:
 * at `value`, of a throttle at `value.limit` and so on. A key that is none goes on to the verb, which says so.
 */
export const settingFormInput = (key: string) =>
  z.preprocess(
    (typed) => ({ key, value: isSettingKey(key) ? readSettingForm(key, typed as Record<string, unknown>) : null }),
    z.object({ key: z.string(), value: isSettingKey(key) ? (definitions[key].schema as z.ZodType) : z.unknown() }),
  );
