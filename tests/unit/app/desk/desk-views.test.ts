import { describe, expect, it } from 'vitest';
import { deskHref, deskViewNames, isNarrowed, listInput, readFilter } from '@/app/_desk/desk-views';
import { listOrdersInput } from '@/lib/orders/question-input';

describe('the address of the queue', () => {
  it('reads what it writes', () => {
    const filter = {
      view: 'overdue',
      cell: '320371003208005',
      item: '0601',
      status: 'assigned',
      q: '路灯 & 井盖',
    } as const;
    const params = Object.fromEntries(new URL(deskHref(filter), 'http://x').searchParams);
    expect(readFilter(params, 'open')).toEqual({ ...filter, cursor: undefined });
  });

  it('is short when nothing is chosen', () => {
    expect(deskHref({})).toBe('/desk');
    expect(deskHref({ view: 'all', cell: undefined, q: '' })).toBe('/desk?view=all');
  });

  it('falls back to the role, and to everything for a search', () => {
    expect(readFilter({}, 'to_dispatch').view).toBe('to_dispatch');
    expect(readFilter({ view: 'no_such_view' }, 'open').view).toBe('open');
    expect(readFilter({ q: ' 0004 ' }, 'to_dispatch')).toMatchObject({ view: 'all', q: '0004' });
    expect(readFilter({ view: 'overdue', q: '0004' }, 'to_dispatch').view).toBe('overdue');
  });

  it('leaves out what is empty, unknown or twice there', () => {
    expect(readFilter({ cell: '', status: 'lost', item: ['0601', '0602'], q: '  ' }, 'all')).toEqual({
      view: 'all',
      cell: undefined,
      item: '0601',
      status: undefined,
      q: undefined,
      cursor: undefined,
    });
  });
});

describe('what the list is asked for', () => {
  it('is understood for every view', () => {
    for (const view of deskViewNames) expect(listOrdersInput.safeParse(listInput({ view })).success, view).toBe(true);
  });

  it('replaces the states of a view by the chosen one, and keeps its other conditions', () => {
    expect(listInput({ view: 'handling', status: 'assigned' }).status).toBe('assigned');
    expect(listInput({ view: 'overdue', status: 'assigned' })).toMatchObject({ view: 'overdue', status: 'assigned' });
  });

  it('knows whether a filter narrows the view', () => {
    expect(isNarrowed({ view: 'overdue' })).toBe(false);
    expect(isNarrowed({ view: 'all', q: '灯' })).toBe(true);
  });
});
