import { describe, expect, it } from 'vitest';
import { workingCalendar } from '@/lib/calendar/working-calendar';
import { channels } from '@/lib/kernel/channels';
import { type RuleConditions, type RuleEffect, ruleConditions } from '@/lib/routing/input';
import { judge, type RouteFacts, reasonsOf } from '@/lib/routing/match';
import { type Compared, findingsOf } from '@/lib/routing/overlap';

const world = {
  items: new Map([
    ['0701', '07'],
    ['0702', '07'],
    ['0601', '06'],
  ]),
  cells: ['320371003208001', '320371003208005'],
};
const calendar = workingCalendar([], [2024]);
const to = (unit: string): RuleEffect => ({ kind: 'propose', target: { unit } });
const rule = (id: string, said: Partial<RuleConditions>, unit = 'PL-PROP'): Compared => ({
  id,
  conditions: ruleConditions.parse(said),
  effect: to(unit),
});

describe('findings', () => {
  it('names the one earlier rule that takes all of a later one', () => {
    const found = findingsOf(
      [rule('wide', { categories: ['07'] }), rule('narrow', { items: ['0701'] }, 'PL-UTIL')],
      world,
    );
    expect(found.get('narrow')).toEqual([{ kind: 'dead', by: 'wide' }]);
    expect(found.get('wide')).toEqual([]);
  });

  it('names both where they meet and lead elsewhere, and tells an exception from a conflict', () => {
    const exception = findingsOf([rule('a', { items: ['0701'] }), rule('b', { categories: ['07'] }, 'PL-UTIL')], world);
    expect(exception.get('b')).toEqual([{ kind: 'conflict', by: 'a', exception: true }]);
    expect(exception.get('a')).toEqual([{ kind: 'conflict', by: 'b', exception: true }]);
    const crossing = findingsOf(
      [rule('a', { items: ['0701'] }), rule('b', { cells: ['320371003208005'] }, 'PL-UTIL')],
      world,
    );
    expect(crossing.get('a')).toEqual([{ kind: 'conflict', by: 'b', exception: false }]);
    const same = findingsOf([rule('a', { items: ['0701'] }), rule('b', { cells: ['320371003208005'] })], world);
    expect([...same.values()].flat()).toEqual([]);
  });

  it('tells a rule that can never hit, and takes all items by name for no condition', () => {
    const night = rule('night', { from: '22:00', to: '06:00', worked: 'working' });
    expect(findingsOf([night], world).get('night')).toEqual([{ kind: 'never' }]);
    const all = rule('all', { items: ['0701', '0702', '0601'] });
    expect(findingsOf([all, rule('later', {})], world).get('later')).toEqual([{ kind: 'dead', by: 'all' }]);
  });
});

// A world small enough to walk: every item, cell, weekday, some minutes, texts, channels and urgencies.
const texts = ['', '漏水', '夜间漏水', '灯', '漏水和灯'];
const moments = ['2024-01-15', '2024-01-20', '2024-01-21'].flatMap((day) =>
  ['00:00', '05:59', '06:00', '08:30', '11:59', '12:00', '17:59', '18:00', '21:59', '22:00'].map((time) =>
    Date.parse(`${day}T${time}:00+08:00`),
  ),
);
const cases: RouteFacts[] = [...world.items].flatMap(([item, category]) =>
  world.cells.flatMap((cell) =>
    moments.flatMap((at) =>
      texts.flatMap((words) =>
        [channels[0], channels[4]].flatMap((channel) =>
          ['U1', 'U3'].map((urgency) => ({ item, category, cell, at, words, channel, urgency })),
        ),
      ),
    ),
  ),
);

let seed = 7;
const random = (n: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * n);
};
const some = <T>(list: readonly T[]): T[] => (random(3) === 0 ? list.filter(() => random(2) === 0) : []);
const clocks = [{}, {}, { from: '22:00', to: '06:00' }, { from: '06:00', to: '22:00' }, { from: '08:30', to: '12:00' }];

function generated(id: string): Compared {
  return rule(
    id,
    {
      items: some([...world.items.keys()]),
      categories: some(['06', '07']),
      cells: some(world.cells),
      ...clocks[random(clocks.length)],
      worked: (['any', 'any', 'working', 'off'] as const)[random(4)],
      words: some(['漏水', '夜间', '灯']),
      channels: some([channels[0], channels[4]]),
      urgencies: some(['U1', 'U3']),
    },
    random(2) === 0 ? 'PL-PROP' : 'PL-UTIL',
  );
}

const hits = (one: Compared) =>
  new Set(cases.flatMap((facts, i) => (reasonsOf(one.conditions, facts, calendar) ? [i] : [])));

describe('against every order of a small world', () => {
  it('what is dead takes nothing by itself, and what meets and leads elsewhere is told', () => {
    let dead = 0;
    let conflicts = 0;
    for (let round = 0; round < 80; round++) {
      const [a, b] = [generated('a'), generated('b')];
      const found = findingsOf([a, b], world).get('b') ?? [];
      const [ofA, ofB] = [hits(a), hits(b)];
      const left = [...ofB].filter((i) => !ofA.has(i)).length;
      const met = ofB.size - left;
      const words = JSON.stringify([a.conditions, b.conditions]);
      if (found.some(({ kind }) => kind === 'dead')) {
        dead++;
        expect(left, words).toBe(0);
      }
      if (found.some(({ kind }) => kind === 'never')) expect(ofB.size, words).toBe(0);
      const told = found.some(({ kind }) => kind !== 'never');
      if (met > 0 && JSON.stringify(a.effect) !== JSON.stringify(b.effect)) expect(told, words).toBe(true);
      if (found.some(({ kind }) => kind === 'conflict')) conflicts++;
    }
    expect(dead).toBeGreaterThan(3);
    expect(conflicts).toBeGreaterThan(10);
  });

  it('where nothing asked is finer than the world walks, all that takes nothing is told to be dead', () => {
    const plain = (id: string): Compared =>
      rule(id, { items: some([...world.items.keys()]), cells: some(world.cells), ...clocks[random(clocks.length)] });
    for (let round = 0; round < 80; round++) {
      const [a, b] = [plain('a'), plain('b')];
      const ofA = hits(a);
      const isDead = [...hits(b)].every((i) => ofA.has(i));
      const told = (findingsOf([a, b], world).get('b') ?? []).some(({ kind }) => kind === 'dead');
      expect(told, JSON.stringify([a.conditions, b.conditions])).toBe(isDead);
    }
  });
});

describe('judge', () => {
  const facts: RouteFacts = {
    item: '0701',
    category: '07',
    cell: '320371003208005',
    at: Date.parse('2024-01-15T23:10:00+08:00'),
    words: '楼上漏水，ＡＢＣ',
    channel: 'web',
    urgency: 'U2',
  };
  const because = (said: Partial<RuleConditions>) =>
    reasonsOf(ruleConditions.parse(said), facts, calendar)?.map(({ key }) => key.replace('routing.because.', '')) ??
    null;

  it.each<[Partial<RuleConditions>, string[] | null]>([
    [{}, ['everything']],
    [{ items: ['0701'] }, ['item']],
    [{ items: ['0702'], categories: ['07'] }, ['category']],
    [{ items: ['0702'] }, null],
    [{ cells: ['320371003208001'] }, null],
    [{ from: '22:00', to: '06:00' }, ['time']],
    [{ from: '23:11', to: '06:00' }, null],
    [{ from: '22:00', to: '23:10' }, null],
    [{ worked: 'off' }, ['off']],
    [{ worked: 'working' }, null],
    [{ weekdays: [1] }, ['weekday']],
    [{ weekdays: [2, 7] }, null],
    [{ words: ['着火', 'abc'] }, ['word']],
    [{ words: ['停电'] }, null],
    [{ channels: ['phone'] }, null],
    [{ items: ['0701'], urgencies: ['U2'], from: '22:00', to: '06:00' }, ['item', 'time', 'urgency']],
  ])('%o', (said, reasons) => {
    expect(because(said)).toEqual(reasons);
  });

  it('names a broken rule that would have spoken, and goes on to the next', () => {
    const asked = (id: string, said: Partial<RuleConditions>, gone = false) => ({
      ...rule(id, said),
      version: 1,
      name: id,
      faults: gone ? [{ part: 'target' as const, key: 'reason.routing.unit_ended', params: {} }] : [],
    });
    const verdict = judge(
      [asked('other', { items: ['0601'] }, true), asked('gone', { items: ['0701'] }, true), asked('next', {})],
      facts,
      calendar,
    );
    expect(verdict.hit?.rule.id).toBe('next');
    expect(verdict.broken.map(({ id }) => id)).toEqual(['gone']);
    const cellGone = { ...asked('cell', { cells: ['999999999999999'], items: ['0701'] }), faults: [] };
    const faults = [{ part: 'cells' as const, key: 'reason.routing.cell_unknown', params: {} }];
    expect(judge([{ ...cellGone, faults }], facts, calendar)).toMatchObject({ hit: null, broken: [{ id: 'cell' }] });
    expect(judge([cellGone], facts, calendar)).toEqual({ hit: null, broken: [] });
  });
});
