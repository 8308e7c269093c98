import { describe, expect, it } from 'vitest';
import { presentState, type StateFacts, type StateKey, stateKey, stateLooks } from '@/app/_order/order-state';
import { iconOutline } from '@/components/icon';
import { tones } from '@/components/tone';
import { statuses } from '@/lib/orders/status';
import { contrast } from './contrast';
import { wordsIn } from './words';

const facts = (change: Partial<StateFacts>): StateFacts => ({
  status: 'submitted',
  level: 'community',
  comeback: 'none',
  reworkCount: 0,
  reopenCount: 0,
  evidenceAt: null,
  closing: null,
  ...change,
});
const keys = Object.keys(stateLooks) as StateKey[];

describe('the table of states', () => {
  it('knows every status of the workflow', () => {
    for (const status of statuses) expect(stateKey(facts({ status }))).toBe(status);
  });

  it.each(keys)('%s has words in both languages, an icon, and a tone that can be read', (key) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = wordsIn(locale);
      for (const audience of ['staff', 'resident'] as const) {
        expect(t(`state.${key}.${audience}`, { count: 2 }).trim()).not.toBe('');
      }
    }
    expect(iconOutline(stateLooks[key].icon)).toMatch(/^M/);
    const { ink, ground } = tones[stateLooks[key].tone];
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('asks the resident in two states alone', () => {
    expect(keys.filter((key) => 'asksResident' in stateLooks[key])).toEqual(['need_info', 'awaiting_rating']);
  });

  it.each<[string, Partial<StateFacts>, StateKey]>([
    ['returned by a handler', { comeback: 'returned' }, 'submitted_returned'],
    ['recalled by the dispatcher', { comeback: 'recalled' }, 'submitted'],
    ['passed up', { level: 'street' }, 'submitted_street'],
    ['appealed', { level: 'street', comeback: 'appealed' }, 'submitted_street'],
    ['reopened once', { comeback: 'reopened', reopenCount: 1 }, 'submitted_reopened'],
    ['reopened once, then passed up', { comeback: 'reopened', reopenCount: 1, level: 'street' }, 'submitted_street'],
    ['reopened twice', { comeback: 'reopened', reopenCount: 2, level: 'street' }, 'submitted_reopened'],
    ['returned after two reopenings', { comeback: 'returned', reopenCount: 2, level: 'street' }, 'submitted_returned'],
    ['sent back by the verifier', { status: 'in_progress', reworkCount: 1, evidenceAt: 1 }, 'in_progress_rework'],
    ['reopened after a rework', { status: 'in_progress', reworkCount: 1, reopenCount: 1 }, 'in_progress'],
    ['handled by several', { status: 'in_progress', joint: true }, 'in_progress_joint'],
    ['closed without an answer', { status: 'closed', closing: 'unrated' }, 'closed_unrated'],
    ['closed by a rating', { status: 'closed', closing: 'rated' }, 'closed'],
  ])('an order %s', (_, change, key) => {
    expect(stateKey(facts(change))).toBe(key);
  });

  it('counts reopenings in the word for staff only', () => {
    const view = presentState(facts({ comeback: 'reopened', reopenCount: 1 }));
    const t = wordsIn('zh-CN');
    expect(t(view.staffWord, view.values)).toBe('重新办理·第2次');
    expect(t(view.residentWord, view.values)).toBe('重新办理');
  });
});
