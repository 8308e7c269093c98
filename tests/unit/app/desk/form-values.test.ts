import { describe, expect, it } from 'vitest';
import { formView } from '@/app/_shell/form-values';
import type { KeptForm } from '@/app/_shell/kept';

const kept = (more: Partial<KeptForm> = {}): KeptForm => ({
  form: 'decline',
  values: { words: '已在法院', reason: '', skills: ['driving', 'medical'] },
  message: '有 1 处要改一下',
  reason: 'input.invalid',
  issues: [{ path: 'reason', reason: 'input.required', message: '请选一项' }],
  conflict: false,
  photoIds: [],
  ...more,
});

describe('the view of a form', () => {
  it('shows the given values before the first try', () => {
    const view = formView('decline', null, { reason: 'reason', words: 'decline-words' });
    expect(view.text('words', '默认')).toBe('默认');
    expect(view.list('skills')).toEqual([]);
    expect(view.refused).toBe(false);
    expect(view.errors).toEqual([]);
  });

  it('shows what was typed after a refusal, also what was emptied', () => {
    const view = formView('decline', kept(), { reason: 'reason', words: 'decline-words' });
    expect(view.text('words', '默认')).toBe('已在法院');
    expect(view.text('reason', 'private')).toBe('');
    expect(view.list('skills')).toEqual(['driving', 'medical']);
    expect(view.error('reason')).toBe('请选一项');
    expect(view.error('words')).toBeUndefined();
  });

  it('leads from an inner path to the control, and from an unknown one to the first', () => {
    const issues = [
      { path: 'handler.unit', reason: 'input.required', message: '甲' },
      { path: 'odd', reason: 'input.required', message: '乙' },
    ];
    const view = formView('assign', kept({ form: 'assign', issues }), { cells: 'cells', handler: 'handler-1' });
    expect(view.errors.map((e) => e.field)).toEqual(['handler-1', 'cells']);
  });

  it('calls a wrong field by what it is called, and no other', () => {
    const issues = [
      { path: 'handler.unit', reason: 'input.required', message: '请填写这一项。' },
      { path: 'odd', reason: 'input.required', message: '乙' },
    ];
    const labels = { cells: '范围', handler: '派给谁' };
    const controls = { cells: 'cells', handler: 'handler-1' };
    const view = formView('assign', kept({ form: 'assign', issues }), controls, labels);
    expect(view.errors.map((e) => e.label)).toEqual(['派给谁', undefined]);
  });

  it('says a refusal without wrong fields at the first control', () => {
    const view = formView('decline', kept({ issues: [], message: '已经派出去了' }), { reason: 'reason' });
    expect(view.errors).toEqual([{ field: 'reason', message: '已经派出去了' }]);
  });

  it('gives a field all that it takes at once', () => {
    const controls = { reason: 'reason', words: 'decline-words' };
    const empty = { name: 'words', defaultValue: '', error: undefined };
    expect(formView('decline', null, controls).field('words')).toEqual(empty);
    expect(formView('decline', null, controls).field('words', '默认')).toEqual({ ...empty, defaultValue: '默认' });
    expect(formView('decline', kept(), controls).field('reason', '默认')).toEqual({
      name: 'reason',
      defaultValue: '',
      error: '请选一项',
    });
  });

  it("leaves another form's text alone", () => {
    const view = formView('note', kept(), { words: 'note-words' });
    expect(view.text('words')).toBeUndefined();
    expect(view.errors).toEqual([]);
  });
});
