import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { coverCalendarYear } from '@/lib/calendar/commands/cover-calendar-year';
import { loadCalendar } from '@/lib/calendar/commands/load-calendar';
import { setCalendarDay } from '@/lib/calendar/commands/set-calendar-day';
import { limitDue } from '@/lib/calendar/explain';
import type { LoadCalendarInput, SetCalendarDayInput } from '@/lib/calendar/input';
import { listCalendarDays } from '@/lib/calendar/queries/list-calendar-days';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { startOfDay } from '@/lib/calendar/shanghai';
import { calendarDay, calendarYear } from '@/lib/calendar/tables';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Actor, Context, PersonActor, Role } from '@/lib/kernel/context';
import { outboxMessage } from '@/lib/outbox/tables';
import reference from '@/seeds/reference/calendar-days.json';
import { testDatabase } from '@/tests/support/test-database';

const seed = reference as LoadCalendarInput;
const now = startOfDay('2026-11-23') + 9 * 3_600_000;

const person = (role: Role, personId: string = role): PersonActor => ({
  kind: 'person',
  personId,
  sessionId: 's',
  sessionKind: 'staff',
  name: role,
  memberships: [{ role, areaCode: '320371003', unitCode: null, partyOrgCode: null }],
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
});
const system: Actor = { kind: 'system', name: 'import' };

let as: (actor: Actor, at?: number) => Context;

beforeEach(async () => {
  const { ctx } = await testDatabase();
  as = (actor, at = now) => ctx(actor, { now: () => at });
});

const days = () => as(system).db.select().from(calendarDay).orderBy(asc(calendarDay.date));
const audits = () => as(system).db.select().from(auditEntry).orderBy(asc(auditEntry.at), asc(auditEntry.id));
const changes = () =>
  as(system)
    .db.select({ payload: outboxMessage.payload })
    .from(outboxMessage)
    .where(eq(outboxMessage.topic, 'calendar.changed'));

const newYear: SetCalendarDayInput = {
  date: '2027-01-01',
  kind: 'off',
  expected: null,
  name: '元旦',
  nameEn: "New Year's Day",
  source: '国务院办公厅通知',
};

describe('loading the reference calendar', () => {
  it('gives the calendar of 2020–2026, and a second load changes nothing', async () => {
    const first = await loadCalendar(as(system), seed);
    expect(first).toEqual({ years: [2020, 2021, 2022, 2023, 2024, 2025, 2026], days: seed.days.length, kept: [] });
    const rows = await days();
    expect(rows).toHaveLength(seed.days.length);
    expect(await loadCalendar(as(system, now + 1000), seed)).toEqual({ years: [], days: 0, kept: [] });
    expect(await days()).toEqual(rows);
    expect((await audits()).map((row) => row.action)).toEqual(['calendar.loaded']);
    expect(await changes()).toEqual([{ payload: { fromDate: '2020-01-01', toDate: '2026-12-31' } }]);

    const cal = await loadWorkingCalendar(as(system).db);
    const due = limitDue(
      { amount: 4, unit: 'wh', milestone: false },
      'U3',
      startOfDay('2024-02-09') + 17 * 3_600_000,
      cal,
    );
    // Fri 60 | 10–17 Spring Festival | Sun 18 worked 180
    expect(rfc3339(due.at)).toBe('2024-02-18T11:30:00.000+08:00');
    expect(cal.covers(2026)).toBe(true);
    expect(cal.covers(2027)).toBe(false);
  });

  it('loads later data of a year again and keeps what was edited by hand', async () => {
    await loadCalendar(as(system), seed);
    await setCalendarDay(as(person('system_admin')), {
      date: '2026-10-08',
      kind: 'off',
      expected: null,
      name: '补休',
      nameEn: 'Extra day off',
      source: '街道通知',
    });
    await setCalendarDay(as(person('system_admin')), { date: '2026-10-10', kind: null, expected: 'work' });
    // The same data at the next start leaves the removal alone…
    await loadCalendar(as(system), seed);
    const standing = async (date: string) => (await days()).find((day) => day.date === date)?.kind ?? null;
    expect(await standing('2026-10-10')).toBeNull();
    // …and data of a later day replaces all but what a person set.
    const later = {
      years: [{ year: 2026, source: '更正', checkedOn: '2026-12-01' }],
      days: [
        { date: '2026-10-08', kind: 'work' as const, name: '国庆节', nameEn: 'National Day', source: '更正' },
        { date: '2026-10-10', kind: 'work' as const, name: '国庆节', nameEn: 'National Day', source: '更正' },
      ],
    };
    expect(await loadCalendar(as(system), later)).toEqual({ years: [2026], days: 1, kept: ['2026-10-08'] });
    expect(await standing('2026-10-08')).toBe('off');
    expect(await standing('2026-10-10')).toBe('work');
    expect(await standing('2026-05-01')).toBeNull();
    expect(await standing('2025-05-01')).toBe('off');
  });

  it.each(['dispatcher', 'secretary', 'audit_admin'] as const)('is refused to a %s', async (role) => {
    await expect(loadCalendar(as(person(role)), seed)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await days()).toEqual([]);
  });
});

describe('setting one day', () => {
  it.each(['system_admin', 'street_officer'] as const)('is a matter of a %s, with a trace', async (role) => {
    const view = await setCalendarDay(as(person(role)), newYear);
    expect(view).toMatchObject({ date: '2027-01-01', kind: 'off', name: '元旦', edited: true });
    expect(await days()).toMatchObject([{ date: '2027-01-01', updatedBy: role, updatedAt: now, note: null }]);
    expect(await audits()).toMatchObject([
      {
        action: 'calendar.day_set',
        actorId: role,
        subjectKind: 'calendar_day',
        subjectId: '2027-01-01',
        data: { from: null, to: 'off' },
      },
    ]);
    expect(await changes()).toEqual([{ payload: { fromDate: '2027-01-01', toDate: '2027-01-01' } }]);
  });

  const others: Actor[] = [
    person('dispatcher'),
    person('secretary'),
    person('supervisor'),
    person('audit_admin'),
    person('resident'),
    { kind: 'anonymous' },
    { kind: 'holder', orderId: 'o', staffBrowser: false },
    system,
  ];
  it.each(others)('is refused to others and changes nothing', async (actor) => {
    const context = as(actor);
    await expect(setCalendarDay(context, newYear)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'calendar.not_allowed',
    });
    expect([await days(), await audits(), await changes()]).toEqual([[], [], []]);
  });

  it('tells the second of two editors', async () => {
    const admin = as(person('system_admin'));
    await setCalendarDay(admin, newYear);
    const before = await days();
    const stale: SetCalendarDayInput[] = [
      { ...newYear, name: '新年' }, // expected nothing there
      { date: '2027-01-01', kind: null, expected: 'work' }, // expected another kind
      { ...newYear, date: '2027-01-02', expected: 'off' }, // expected something where nothing is
      { date: '2027-01-03', kind: null, expected: 'off' },
    ];
    for (const input of stale) {
      await expect(setCalendarDay(admin, input)).rejects.toMatchObject({
        code: 'conflict',
        reason: 'calendar.day_changed',
      });
    }
    expect(await days()).toEqual(before);
    expect(await audits()).toHaveLength(1);
  });

  it('has one winner when many editors set the same day at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) =>
        setCalendarDay(as(person('street_officer', `officer-${i}`)), { ...newYear, name: `元旦${i}` }),
      ),
    );
    const won = results.filter((result) => result.status === 'fulfilled');
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ code: 'conflict', reason: 'calendar.day_changed' });
    expect(await days()).toHaveLength(1);
    expect(await audits()).toHaveLength(1);
  });

  it('replaces and removes what the editor saw', async () => {
    const admin = as(person('system_admin'));
    await loadCalendar(as(system), seed);
    const renamed = { ...newYear, date: '2026-10-01', name: '国庆', expected: 'off' as const, note: '改名' };
    expect(await setCalendarDay(admin, renamed)).toMatchObject({ name: '国庆', note: '改名', edited: true });
    const counted = (await changes()).length;
    expect(await setCalendarDay(admin, { date: '2026-05-09', kind: null, expected: 'work' })).toBeNull();
    const cal = await loadWorkingCalendar(admin.db);
    expect(cal.isWorkday('2026-05-09')).toBe(false);
    expect(cal.nameOf('2026-10-01')?.name).toBe('国庆');
    // A new name moves no due time, so only the load and the removal are told.
    expect([counted, (await changes()).length]).toEqual([1, 2]);
    expect((await audits()).at(-1)).toMatchObject({ action: 'calendar.day_removed', data: { from: 'work', to: null } });
  });

  it('refuses a workday that is one anyway, and a removal of nothing', async () => {
    const admin = as(person('system_admin'));
    await expect(setCalendarDay(admin, { ...newYear, kind: 'work' })).rejects.toMatchObject({
      code: 'rule',
      reason: 'calendar.already_workday',
    });
    await expect(setCalendarDay(admin, { date: '2027-01-01', kind: null, expected: null })).rejects.toMatchObject({
      code: 'rule',
      reason: 'calendar.no_exception',
    });
    expect(await days()).toEqual([]);
  });

  it.each([
    { ...newYear, date: '2027-02-29' },
    { ...newYear, date: '27-1-1' },
    { ...newYear, name: ' ' },
    { ...newYear, name: undefined },
    { ...newYear, source: undefined },
    { ...newYear, note: 'x'.repeat(201) },
  ])('refuses bad input %#', async (input) => {
    await expect(setCalendarDay(as(person('system_admin')), input)).rejects.toMatchObject({ code: 'invalid' });
    expect(await days()).toEqual([]);
  });
});

describe('covering a year', () => {
  const cover = { year: 2027, source: '国务院办公厅通知', checkedOn: '2026-11-23' };

  it('takes away the warning once the holidays are there', async () => {
    const admin = as(person('street_officer'));
    await expect(coverCalendarYear(admin, cover)).rejects.toMatchObject({
      code: 'rule',
      reason: 'calendar.year_has_no_days',
    });
    await setCalendarDay(admin, { ...newYear, date: '2027-01-02' }); // a Saturday proves nothing
    await expect(coverCalendarYear(admin, cover)).rejects.toMatchObject({ reason: 'calendar.year_has_no_days' });
    await setCalendarDay(admin, newYear);
    expect(await listCalendarDays(admin, { year: 2027 })).toMatchObject({
      covered: null,
      mayEdit: true,
      warnings: [{ key: 'clock.why.uncovered_year', params: { year: 2027 } }],
    });
    expect(await coverCalendarYear(admin, cover)).toEqual(cover);
    expect((await loadWorkingCalendar(admin.db)).covers(2027)).toBe(true);
    expect((await audits()).at(-1)).toMatchObject({ action: 'calendar.year_covered', subjectId: '2027' });
  });

  it('can be taken back, once', async () => {
    await loadCalendar(as(system), seed);
    const admin = as(person('system_admin'));
    expect(await coverCalendarYear(admin, { ...cover, year: 2026, covered: false })).toBeNull();
    expect((await loadWorkingCalendar(admin.db)).covers(2026)).toBe(false);
    await expect(coverCalendarYear(admin, { ...cover, year: 2026, covered: false })).rejects.toMatchObject({
      code: 'rule',
      reason: 'calendar.year_not_covered',
    });
    expect(await admin.db.$count(calendarYear)).toBe(6);
  });

  it('is refused to others', async () => {
    await loadCalendar(as(system), seed);
    await expect(coverCalendarYear(as(person('dispatcher')), cover)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(coverCalendarYear(as(system), cover)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('reading a year', () => {
  it('is open to everybody and names no editor', async () => {
    await loadCalendar(as(system), seed);
    await setCalendarDay(as(person('system_admin')), { ...newYear, date: '2026-12-25', name: '补休' });
    const year = await listCalendarDays(as({ kind: 'anonymous' }), { year: 2026 });
    expect(year).toMatchObject({ year: 2026, covered: { checkedOn: '2026-11-22' }, warnings: [], mayEdit: false });
    const inSeed = seed.days.filter((day) => day.date.startsWith('2026')).length;
    expect(year.days).toHaveLength(inSeed + 1);
    expect(year.days.at(-1)).toMatchObject({ date: '2026-12-25', edited: true });
    expect(JSON.stringify(year)).not.toContain('system_admin');
  });

  it.each([1999, 2101, 2026.5, 'next'])('refuses the year %s', async (year) => {
    await expect(listCalendarDays(as(system), { year })).rejects.toMatchObject({ code: 'invalid' });
  });
});
