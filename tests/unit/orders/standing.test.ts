import { describe, expect, it } from 'vitest';
import type { PersonActor } from '@/lib/kernel/context';
import { type StandingFacts, type StandingOrder, standingOf } from '@/lib/orders/policy';
import type { Relation } from '@/lib/orders/relation';
import { standings, states } from '@/tests/support/expected-matrix';
import { expectedSight } from '@/tests/support/expected-sight';
import { now, orderIn, somebody, standingWith } from './stand';

const community = '320371003208';
const cell = `${community}005`;
const day = 86_400_000;

const noFacts: StandingFacts = { parts: new Set(), offer: null, volunteer: null, now };
const stand = (person: Partial<PersonActor>, order: StandingOrder, facts: Partial<StandingFacts> = {}) =>
  standingOf(somebody(person), order, { ...noFacts, ...facts });
const member = (
  role: PersonActor['memberships'][number]['role'],
  areaCode: string,
  unitCode: string | null = null,
) => ({
  memberships: [{ role, areaCode, unitCode, partyOrgCode: null }],
});

describe('relations', () => {
  it('are exactly the one that was built, alone', () => {
    let checked = 0;
    for (const name of standings) {
      for (const state of states) {
        const { standing } = standingWith([name], state, false);
        expect([...standing.relations, ...(standing.kin ? ['kin'] : [])], `${name} ${state}`).toEqual([name]);
        checked++;
      }
    }
    expect(checked).toBe(17 * 12);
  });

  it('depend on the area: the same role next door is nothing', () => {
    const next = `${community}004`;
    expect([...stand(member('grid_worker', next), orderIn('submitted', false)).relations]).toEqual([]);
    expect([...stand(member('cell_lead', cell), orderIn('submitted', false)).relations]).toEqual(['cell_staff']);
    expect([...stand(member('dispatcher', '320371003207'), orderIn('submitted', false)).relations]).toEqual([]);
    expect([...stand({ verifiesCells: [next] }, orderIn('awaiting_verification', false)).relations]).toEqual([]);
  });

  it('hold a unit together: every member is the assignee, and every member is the subject', () => {
    const inUnit = member('unit_staff', community, 'PL-PROP');
    const held = orderIn('assigned', false, { assigneeUnit: 'PL-PROP' });
    expect([...stand(inUnit, held).relations]).toEqual(['assignee']);
    const about = orderIn('assigned', false, { aboutUnit: 'PL-PROP', assigneeUnit: 'PL-PROP' });
    const standing = stand(inUnit, about);
    expect([...standing.relations].sort()).toEqual(['assignee', 'subject']);
    expect(standing.sees).toBe(false);
  });

  it('make everybody who acts in a community’s name the subject of a complaint about it, and nobody else', () => {
    const about = orderIn('submitted', false, { level: 'street', aboutUnit: 'COMM', aboutCommunity: community });
    const other = '320371003207';
    for (const [role, area, is] of [
      ['dispatcher', community, true],
      ['hall_clerk', community, true],
      ['secretary', community, true],
      ['grid_worker', cell, true],
      ['cell_lead', `${community}004`, true],
      ['dispatcher', other, false],
      ['grid_worker', `${other}001`, false],
      ['volunteer', cell, false],
      ['supervisor', community, false],
      ['street_officer', '320371003', false],
    ] as const) {
      const standing = stand(member(role, area), about);
      expect(standing.relations.has('subject'), `${role} ${area}`).toBe(is);
      if (is) expect(standing.sees, `${role} ${area}`).toBe(false);
    }
    expect(stand(member('street_officer', '320371003'), about).relations.has('dispatcher')).toBe(true);
  });

  it('move the dispatch to the street with the level; the community goes on seeing', () => {
    const up = orderIn('submitted', true, { level: 'street' });
    const own = stand(member('dispatcher', community), up);
    expect([...own.relations]).toEqual([]);
    expect(own.sees).toBe(true);
    const officer = stand(member('street_officer', '320371003'), up);
    expect([...officer.relations]).toEqual(['dispatcher', 'street']);
    expect(officer.sees).toBe(true);
  });

  it('give the holder of a code the one order, and the stranger none', () => {
    const order = orderIn('submitted', true);
    const holder = (orderId: string) => standingOf({ kind: 'holder', orderId, staffBrowser: false }, order, noFacts);
    expect(holder(order.id)).toMatchObject({ sees: true, relations: new Set(['requester']) });
    expect(holder('another')).toMatchObject({ sees: false, relations: new Set() });
    expect(standingOf({ kind: 'anonymous' }, order, noFacts)).toMatchObject({ sees: false, relations: new Set() });
  });

  it('make a candidate of an adult of the cells with all skills, and of nobody else', () => {
    const volunteer = member('volunteer', cell);
    const offered = orderIn('offered', false);
    const facts = (skills: string[], adult: boolean, cells = [cell], needed = ['driving', 'legal']) => ({
      offer: { cells, skills: needed },
      volunteer: { skills, adult },
    });
    const is = (more: Partial<StandingFacts>, person: Partial<PersonActor> = {}, order = offered) =>
      stand({ ...volunteer, ...person }, order, more).relations.has('candidate');
    expect(is(facts(['legal', 'driving', 'english'], true))).toBe(true);
    expect(is(facts(['driving'], true))).toBe(false);
    expect(is(facts(['driving', 'legal'], false))).toBe(false);
    expect(is(facts(['driving', 'legal'], true, [`${community}004`]))).toBe(false);
    expect(is(facts([], true, [cell], []))).toBe(true);
    expect(is({ offer: null, volunteer: { skills: [], adult: true } })).toBe(false);
    const all = facts(['driving', 'legal'], true);
    expect(is(all, {}, orderIn('offered', false, { requesterId: 'person-1' }))).toBe(false);
    expect(is(all, {}, orderIn('offered', false, { proxyId: 'person-1' }))).toBe(false);
    const home = `${cell}-05-2-302`;
    expect(is(all, { householdCode: home }, orderIn('offered', false, { requesterHousehold: home }))).toBe(false);
    expect(is(all, { ties: ['neighbour'] }, orderIn('offered', false, { requesterId: 'neighbour' }))).toBe(false);
    expect(is({ ...all, parts: new Set(['declared_tie']) })).toBe(false);
  });
});

describe('sight', () => {
  it('is as written for each relation in each state, open and sealed', () => {
    const differences: string[] = [];
    for (const name of standings)
      for (const state of states)
        for (const sealed of [false, true]) {
          const shall = expectedSight[name][sealed ? 'sealed' : 'open'].includes(state);
          if (standingWith([name], state, sealed).standing.sees !== shall)
            differences.push(`${name} ${state} ${sealed}`);
        }
    expect(differences).toEqual([]);
  });

  it('stays with the assignee until 30 days after closing', () => {
    const closed = (ago: number) =>
      stand({}, orderIn('closed', false, { assigneePerson: 'person-1', closedAt: now - ago })).sees;
    expect(closed(30 * day)).toBe(true);
    expect(closed(30 * day + 1)).toBe(false);
  });

  it('opens to the street what is overdue, and closes again with it', () => {
    const officer = member('street_officer', '320371003');
    expect(stand(officer, orderIn('in_progress', false, { finishBy: now - 1 })).sees).toBe(true);
    expect(stand(officer, orderIn('in_progress', false, { finishBy: now })).sees).toBe(false);
    expect(stand(officer, orderIn('in_progress', true, { finishBy: now - 1 })).sees).toBe(false);
    expect(stand(officer, orderIn('submitted', false, { finishBy: null })).sees).toBe(false);
    expect(stand(officer, orderIn('closed', false, { finishBy: now - 1 })).sees).toBe(false);
  });

  it('keeps from the street what was handed in, or asked about, in time', () => {
    const officer = member('street_officer', '320371003');
    const finishBy = now - day;
    for (const [state, stopped] of [
      ['awaiting_verification', 'evidenceAt'],
      ['awaiting_rating', 'evidenceAt'],
      ['need_info', 'askedAt'],
    ] as const) {
      const stoppedAt = (at: number) => orderIn(state, false, { finishBy, [stopped]: at });
      expect(stand(officer, stoppedAt(finishBy)).sees, state).toBe(false);
      expect(stand(officer, stoppedAt(finishBy + 1)).sees, state).toBe(true);
    }
    // Sent back, it runs again.
    expect(stand(officer, orderIn('in_progress', false, { finishBy, evidenceAt: finishBy - 1 })).sees).toBe(true);
  });
});

describe('verifiers', () => {
  const waiting = (more: Partial<StandingOrder>) => orderIn('awaiting_verification', false, more);
  const branch = { verifiesCells: [cell] };
  const parent = { verifiesCellsAsParent: [cell] };
  const verifies = (person: Partial<PersonActor>, order: StandingOrder) =>
    stand(person, order).relations.has('verifier' satisfies Relation);

  it('are the branch alone until its limit, then its parent too', () => {
    const inTime = waiting({ verifyBy: now });
    const late = waiting({ verifyBy: now - 1 });
    expect([verifies(branch, inTime), verifies(parent, inTime)]).toEqual([true, false]);
    expect([verifies(branch, late), verifies(parent, late)]).toEqual([true, true]);
    expect(stand(parent, inTime).sees).toBe(false);
    expect(stand(parent, late).sees).toBe(true);
  });

  it('are the parent alone from the second reopening on', () => {
    for (const [reopenCount, own, above] of [
      [0, true, false],
      [1, true, false],
      [2, false, true],
      [3, false, true],
    ] as const) {
      const order = waiting({ reopenCount });
      expect([verifies(branch, order), verifies(parent, order)], `${reopenCount} times`).toEqual([own, above]);
    }
    // Of a complaint about the community, with which the parent stands, the branch stays in charge.
    const about = waiting({ reopenCount: 2, aboutCommunity: community });
    expect([verifies(branch, about), verifies(parent, about)]).toEqual([true, false]);
    const late = waiting({ reopenCount: 2, verifyBy: now - day });
    expect([verifies(branch, late), verifies(parent, late)]).toEqual([false, true]);
  });
});
