import { describe, expect, it } from 'vitest';
import { choosePane, paneDone, paneField, paneRefused, readPaneReturn } from '@/app/_desk/pane-return';

const listed = (...codes: string[]) => codes.map((code) => ({ code }));
const filter = { view: 'to_dispatch', cell: '320371003208005', o: 'PL20240110-0007' } as const;

describe('which order stands in the pane', () => {
  it('is the first of the view, below emergencies that wait for somebody else', () => {
    expect(choosePane(listed('A', 'B'), listed('U'), undefined)).toEqual({ code: 'A', next: 'B' });
  });

  it('is an emergency that belongs to the view', () => {
    expect(choosePane(listed('A', 'U'), listed('U'), undefined)).toEqual({ code: 'U', next: 'A' });
  });

  it('is an emergency where the view is empty, and nothing where nothing is', () => {
    expect(choosePane([], listed('U'), undefined)).toEqual({ code: 'U', next: undefined });
    expect(choosePane([], [], undefined)).toEqual({ code: undefined, next: undefined });
  });

  it('is the one that was asked for; after the last and after one that is not listed comes the first again', () => {
    expect(choosePane(listed('A', 'B'), listed('U'), 'U')).toEqual({ code: 'U', next: 'A' });
    expect(choosePane(listed('A', 'B'), [], 'B')).toEqual({ code: 'B', next: undefined });
    expect(choosePane(listed('A', 'B'), [], 'Z')).toEqual({ code: 'Z', next: 'A' });
  });
});

describe('where a form of the pane goes on to', () => {
  const back = readPaneReturn(paneField({ filter, next: 'PL20240110-0008' }));

  it('is the queue as it was narrowed, with the next order and what was done', () => {
    expect(back && paneDone(back, filter.o, 'assign')).toBe(
      `/desk?view=to_dispatch&cell=${filter.cell}&o=PL20240110-0008&done=assign&of=${filter.o}`,
    );
  });

  it('is the same order after a refusal', () => {
    expect(back && String(paneRefused(back, filter.o))).toBe(`view=to_dispatch&cell=${filter.cell}&o=${filter.o}`);
  });

  it('is the own page of the order for forms that say nothing, and no other site for forms that lie', () => {
    expect(readPaneReturn(null)).toBeNull();
    expect(readPaneReturn('')).toBeNull();
    const lie = readPaneReturn('//evil.example/?view=all&next=//evil.example');
    expect(lie && paneDone(lie, filter.o, 'assign')).toMatch(/^\/desk\?view=open&o=%2F%2FEVIL/);
  });
});
