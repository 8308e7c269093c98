import { renderToStaticMarkup as html } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AgainChip, againTone } from '@/app/_order/again-chip';
import { OrderNumber } from '@/app/_order/order-number';
import { OrderTimeline } from '@/app/_order/order-timeline';
import { OrderPromise } from '@/app/_order/promise';
import { readRemaining } from '@/app/_order/remaining';
import { RemainingTime } from '@/app/_order/remaining-time';
import { StateChip } from '@/app/_order/state-chip';
import { wordsIn } from './words';

const t = wordsIn('zh-CN');
const now = Date.parse('2024-01-12T14:20:00+08:00');
const hour = 3_600_000;
const clock = (usedHours: number, leftHours: number) => ({
  startedAt: now - usedHours * hour,
  dueAt: now + leftHours * hour,
  now,
});
const text = (markup: string) => markup.replace(/<[^>]*>/g, '');

describe('readRemaining', () => {
  it.each([
    ['just under 80 %', clock(7.9, 2.1), 'calm'],
    ['at 80 %', clock(8, 2), 'near'],
    ['at the very limit', clock(8, 0), 'near'],
    ['past it', clock(8, -0.01), 'late'],
    ['stopped, though past', { ...clock(8, -2), paused: true }, 'paused'],
    ['by working time, which is told', { ...clock(1, 9), usedShare: 0.85 }, 'near'],
    ['a limit of no length', clock(0, 0), 'near'],
  ])('%s', (_, reading, phase) => {
    expect(readRemaining(reading).phase).toBe(phase);
  });
});

describe('RemainingTime', () => {
  it('says it in words, with a sign from 80 % on', () => {
    const calm = html(<RemainingTime clock={clock(1, 5)} t={t} />);
    const near = html(<RemainingTime clock={clock(9, 0.3)} t={t} />);
    const late = html(<RemainingTime clock={clock(9, -2)} t={t} />);
    expect([calm, near, late].map(text)).toEqual(['剩 5小时', '剩 18分', '超时 2小时']);
    expect(calm).not.toContain('<svg');
    expect(near).toMatch(/ink-gold.*<svg/);
    expect(late).toMatch(/ink-cinnabar.*<svg/);
    expect(late).toContain('dateTime="2024-01-12T04:20:00.000Z"');
  });

  it('is silent where no clock runs', () => {
    expect(html(<RemainingTime clock={null} t={t} />)).toBe('');
  });
});

describe('OrderPromise', () => {
  it('gives the clock time and what is left of it', () => {
    const box = html(<OrderPromise clock={{ ...clock(1, 0), dueAt: now + 220 * 60_000 }} locale="zh-CN" t={t} />);
    expect(text(box)).toBe('承诺 今天 18:00 前办结， 还剩 3小时40分');
    expect(box).toContain('tone-teal');
  });

  it('does not hide that it is late', () => {
    const box = html(<OrderPromise clock={clock(9, -2)} locale="zh-CN" t={t} />);
    expect(text(box)).toContain('比承诺晚了');
    expect(box).toContain('tone-cinnabar');
  });
});

describe('StateChip', () => {
  const state = {
    status: 'awaiting_rating',
    level: 'community',
    comeback: 'none',
    reworkCount: 0,
    reopenCount: 0,
  } as const;
  it('is bold only for the resident who has to act', () => {
    expect(html(<StateChip state={state} audience="resident" t={t} />)).toContain('chip-strong');
    expect(html(<StateChip state={state} audience="staff" t={t} />)).not.toContain('chip-strong');
  });

  it('always has a sign and a word', () => {
    const chip = html(<StateChip state={state} audience="staff" t={t} />);
    expect(chip).toContain('<svg');
    expect(text(chip)).toBe('待评单');
  });
});

describe('OrderTimeline', () => {
  it('marks the first entry as now, the others as past, and what comes as next', () => {
    const markup = html(
      <OrderTimeline
        now={now}
        locale="zh-CN"
        t={t}
        entries={[
          { key: '2', title: '已到现场', at: now, detail: '已联系', photos: [{ src: '/a', alt: '照片 1/1' }] },
          { key: '1', title: '已受理', at: now - 30 * hour },
          { key: '0', title: '请您评单', state: 'next' },
        ]}
      />,
    );
    expect([...markup.matchAll(/tl-(now|past|next)/g)].map((m) => m[1])).toEqual(['now', 'past', 'next']);
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(text(markup)).toContain('今天 14:20 · 已联系');
    expect(text(markup)).toContain('昨天 08:20');
    expect(markup).toContain('alt="照片 1/1"');
  });
});

describe('OrderNumber', () => {
  it('breaks behind the date and nowhere else', () => {
    expect(html(<OrderNumber code="PL20240110-0007" />)).toContain('PL20240110-<wbr/>0007');
  });
});

describe('AgainChip', () => {
  const chip = (status: 'submitted' | 'in_progress' | 'closed', reopenCount: number) =>
    html(<AgainChip state={{ status, reopenCount }} t={t} />);

  it('is yellow at once after the first reopening, red from the second on, each with a word; nothing else has it', () => {
    expect([chip('submitted', 0), chip('closed', 1), againTone({ status: 'closed', reopenCount: 1 })]).toEqual([
      '',
      '',
      undefined,
    ]);
    for (const status of ['submitted', 'in_progress'] as const) {
      expect(chip(status, 1)).toContain('tone-gold');
      expect(text(chip(status, 1))).toBe('黄 · 时限减半');
      expect([2, 3].map((count) => againTone({ status, reopenCount: count }))).toEqual(['cinnabar', 'cinnabar']);
      expect(text(chip(status, 2))).toBe('红 · 街道督办，时限减半');
    }
  });
});
