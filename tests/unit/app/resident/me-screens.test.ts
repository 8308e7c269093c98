import { describe, expect, it } from 'vitest';
import { noticeHref, screensOf } from '@/app/_resident/me-screens';
import type { PersonActor, Role } from '@/lib/kernel/context';

const person = (...roles: Role[]): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  sessionKind: 'staff',
  name: 'n',
  memberships: roles.map((role) => ({ role, areaCode: '320371003208', unitCode: null, partyOrgCode: null })),
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
});

describe('screensOf', () => {
  it('offers the screens of all roles that a person holds', () => {
    const hrefs = screensOf(person('dispatcher', 'volunteer')).map(({ href }) => href);
    expect(hrefs).toEqual(['/desk', '/volunteer', '/letters']);
  });

  it('offers the mediation studio to those who mediate, and to no other staff', () => {
    const offered = (role: Role) => screensOf(person(role)).some(({ href }) => href === '/mediation');
    expect((['mediator', 'secretary', 'dispatcher', 'supervisor', 'system_admin'] as const).map(offered)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('offers none to residents and to nobody', () => {
    expect(screensOf(person('resident'))).toEqual([]);
    expect(screensOf({ kind: 'anonymous' })).toEqual([]);
  });
});

describe('noticeHref', () => {
  it.each<[string, Role, string]>([
    ['order.submitted', 'dispatcher', '/desk/o/PL1'],
    ['order.claimed', 'dispatcher', '/desk/o/PL1'],
    ['order.claimed', 'resident', '/t/PL1'],
    ['order.assigned', 'grid_worker', '/handle/o/PL1'],
    ['order.reworked', 'volunteer', '/volunteer/t/PL1'],
    ['order.reworked', 'resident', '/t/PL1'],
    ['order.evidence_submitted', 'branch_verifier', '/verify/o/PL1'],
    ['order.passed', 'grid_worker', '/t/PL1'],
    ['order.reopened', 'supervisor', '/me'],
    ['deliberation.published', 'resident', '/board/PL1'],
    ['deliberation.objected', 'dispatcher', '/desk/deliberations/PL1'],
    ['mediation.settled', 'resident', '/mediation/PL1'],
  ])('leads %s to the page of a %s', (kind, role, href) => {
    expect(noticeHref(person(role), kind, 'PL1')).toBe(href);
  });
});
