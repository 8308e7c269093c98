import { describe, expect, it } from 'vitest';
import { hintsOf, vainTries } from '@/app/_desk/order/hints';

const no = (reason: string, kind: 'not_yours' | 'not_now' = 'not_yours') => ({ kind, reason });

describe('why an action is closed, said where it is looked for', () => {
  it('says that who typed the order does not call back', () => {
    const refusals = new Map([
      ['callback', no('order.barred.proxy')],
      ['assign', no('order.not_for_you.assign')],
    ]);
    expect(hintsOf('awaiting_rating', refusals)).toEqual([{ action: 'callback', ...no('order.barred.proxy') }]);
    expect(hintsOf('closed', refusals)).toHaveLength(1);
  });

  it('says that a sealed order is not offered while it may be assigned', () => {
    const refusals = new Map([['offer', no('order.sealed_not_offered', 'not_now')]]);
    expect(hintsOf('submitted', refusals).map((hint) => hint.action)).toEqual(['offer']);
  });

  it('tells who may not dispatch so once', () => {
    const refusals = new Map([
      ['assign', no('order.not_for_you.assign')],
      ['offer', no('order.not_for_you.offer')],
    ]);
    expect(hintsOf('submitted', refusals)).toHaveLength(1);
  });

  it('is silent where everything is open or nothing is expected', () => {
    expect(hintsOf('submitted', new Map())).toEqual([]);
    expect(hintsOf('withdrawn', new Map([['callback', no('order.not_in_state', 'not_now')]]))).toEqual([]);
  });
});

describe('calls that reached nobody', () => {
  it('counts those since the last pass alone', () => {
    const order = {
      timeline: [
        { type: 'order.passed', at: '2024-01-08T10:00:00.000+08:00' },
        { type: 'order.called_back', at: '2024-01-09T10:00:00.000+08:00' },
        { type: 'order.passed', at: '2024-01-12T10:00:00.000+08:00' },
      ],
      ratings: [
        { reached: false, at: '2024-01-09T10:00:00.000+08:00' },
        { reached: false, at: '2024-01-13T10:00:00.000+08:00' },
        { reached: true, at: '2024-01-14T10:00:00.000+08:00' },
        { reached: false, at: '2024-01-14T11:00:00.000+08:00' },
      ],
    };
    expect(vainTries(order)).toEqual(['2024-01-13', '2024-01-14']);
    expect(vainTries({ ...order, timeline: [] })).toHaveLength(3);
  });
});
