import { describe, expect, it } from 'vitest';
import { nextSteps, storyOf } from '@/app/_track/story';
import type { TimelineEntry } from '@/lib/orders/timeline';
import { workflow } from '@/lib/orders/workflow';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

let seq = 0;
function entry(type: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
  seq += 1;
  const actor = { zh: '高峰', en: 'Gao Feng' };
  return {
    seq,
    type,
    at: '2024-01-10T08:30:00.000+08:00',
    relation: 'assignee',
    from: null,
    to: 'submitted',
    actor,
    words: null,
    photos: [],
    data: {},
    ...more,
  };
}
const told = (...entries: TimelineEntry[]) => storyOf(entries, () => null);
const nobody = () => null;

describe('the story of an order for its resident', () => {
  const variants: Partial<TimelineEntry>[] = [
    {},
    { relation: 'requester' },
    { relation: 'proxy' },
    { data: { reached: true } },
    { data: { reopened: true, reached: true } },
    { data: { intake: true } },
  ];
  it.each(['order.submitted', ...Object.values(workflow).map((row) => row.event)])('has a sentence for %s', (type) => {
    for (const variant of variants) {
      for (const nameOf of [nobody, () => '坡里物业']) {
        const [line] = storyOf([entry(type, variant)], nameOf);
        expect(zh.event.resident, line?.key).toHaveProperty(String(line?.key));
        expect(en.event.resident, line?.key).toHaveProperty(String(line?.key));
      }
    }
  });

  it('counts the handlings: the first reopening begins the second', () => {
    const lines = told(
      entry('order.rated', { data: { reopened: true } }),
      entry('order.reopened', { data: { count: 2 } }),
      entry('order.called_back', { data: { reached: true, reopened: true } }),
    );
    expect(lines.map((line) => line.values.count)).toEqual([2, 3, 4]);
  });

  it('names staff, but neither a volunteer nor the resident', () => {
    const lines = told(
      entry('order.submitted', { relation: 'requester' }),
      entry('order.classified', { relation: 'dispatcher' }),
      entry('order.claimed', { relation: 'candidate' }),
      entry('order.arrived'),
      entry('order.released'),
      entry('order.assigned', { relation: 'dispatcher' }),
      entry('order.signed'),
      entry('order.closed_unrated', { relation: 'system', actor: null }),
    );
    expect(lines.map((line) => line.by?.relation ?? null)).toEqual([
      null,
      'dispatcher',
      null,
      null,
      null,
      'dispatcher',
      'assignee',
      null,
    ]);
  });

  it('says to whom it went where that is known', () => {
    const [line] = storyOf([entry('order.assigned')], () => '坡里物业');
    expect(line).toMatchObject({ key: 'assigned_to', values: { name: '坡里物业' } });
    expect(told(entry('order.assigned'))[0]?.key).toBe('assigned');
  });

  it('says what comes next as long as something does', () => {
    expect(nextSteps('submitted')).toEqual(['dispatch', 'verify', 'rate']);
    expect(nextSteps('in_progress')).toEqual(['verify', 'rate']);
    expect(nextSteps('awaiting_verification')).toEqual(['rate']);
    expect(['awaiting_rating', 'closed', 'declined', 'withdrawn'].flatMap(nextSteps)).toEqual([]);
  });
});
