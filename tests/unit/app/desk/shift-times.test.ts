import { describe, expect, it } from 'vitest';
import { shanghaiField, shanghaiInstant, shiftTimes } from '@/app/_desk/shift-times';

describe('the hours of a shift in a form', () => {
  it('are times in Shanghai, there and back', () => {
    expect(shanghaiInstant('2024-01-16T08:00')).toBe('2024-01-16T08:00:00+08:00');
    expect(shanghaiField('2024-01-16T08:00:00+08:00')).toBe('2024-01-16T08:00');
    expect(shanghaiField('2024-01-15T17:30:00Z')).toBe('2024-01-16T01:30');
  });

  it('are left to the verb to refuse when they are none, and left out when empty', () => {
    const form = new FormData();
    form.set('shiftStartsAt', '明天');
    form.set('shiftEndsAt', '');
    expect(shiftTimes(form)).toEqual({ shiftStartsAt: '明天', shiftEndsAt: null });
  });
});
