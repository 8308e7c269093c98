import { describe, expect, it } from 'vitest';
import { readCode } from '@/app/_order/read-code';
import { blamedField } from '@/app/_work/blamed-field';
import { poolHref, readPoolQuery } from '@/app/_work/pool-query';
import { placeInQueue } from '@/app/_work/queue';
import { orderPath, sides } from '@/app/_work/sides';

describe('the pool’s address', () => {
  it('reads sort and position, and takes nonsense for nothing said', () => {
    expect(readPoolQuery({})).toEqual({ sort: 'near', near: null });
    expect(readPoolQuery({ sort: 'due', lat: '34.2', lng: '117.3' })).toEqual({
      sort: 'due',
      near: { lat: 34.2, lng: 117.3 },
    });
    for (const bad of [{ lat: '34.2' }, { lat: '', lng: '' }, { lat: '91', lng: '0' }, { lat: 'x', lng: '1' }]) {
      expect(readPoolQuery(bad).near).toBeNull();
    }
  });

  it('comes back the same', () => {
    const query = { sort: 'due', near: { lat: 34.2, lng: 117.3 } } as const;
    const asked = Object.fromEntries(new URL(poolHref(query), 'http://x').searchParams);
    expect(readPoolQuery(asked)).toEqual(query);
    expect(poolHref({ sort: 'near', near: null })).toBe('/volunteer');
  });
});

describe('where an order stands in the deck', () => {
  const queue = [
    { code: 'A', abilities: ['pass'] },
    { code: 'B', abilities: [] },
    { code: 'C', abilities: ['pass'] },
    { code: 'D', abilities: ['pass'] },
  ];
  it('counts what may be decided, and leads on to the next', () => {
    expect(placeInQueue(queue, 'A')).toEqual({ at: 1, count: 3, next: 'C', previous: null });
    expect(placeInQueue(queue, 'C')).toEqual({ at: 2, count: 3, next: 'D', previous: 'A' });
    expect(placeInQueue(queue, 'D')).toEqual({ at: 3, count: 3, next: 'A', previous: 'C' });
  });
  it('leads to the first when the order has left the deck, and nowhere when it is empty', () => {
    expect(placeInQueue(queue, 'Z')).toEqual({ at: 0, count: 3, next: 'A', previous: null });
    expect(placeInQueue([], 'A')).toEqual({ at: 0, count: 0, next: null, previous: null });
  });
});

describe('addresses of orders', () => {
  it('reads a number as people write it, and nothing else', () => {
    expect(readCode(' pl20240110-0007 ')).toBe('PL20240110-0007');
    for (const bad of ['', 'a/b', '../..', 'PL 1', '<x>', null, 'x'.repeat(33)]) expect(readCode(bad)).toBeNull();
  });
  it('gives each side its own page', () => {
    expect((['volunteer', 'handle', 'verify'] as const).map((side) => orderPath(side, 'PL1'))).toEqual([
      '/volunteer/t/PL1',
      '/handle/o/PL1',
      '/verify/o/PL1',
    ]);
    for (const side of Object.values(sides)) expect(side.tabs.at(-1)?.href).toBe('/me');
  });
});

describe('refusals that one field can mend', () => {
  it('stand at that field', () => {
    expect(blamedField('order.far_needs_reason')).toBe('reason');
    expect(blamedField('order.stale')).toBeUndefined();
  });
});
