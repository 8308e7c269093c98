import { describe, expect, it } from 'vitest';
import type { PersonActor, Role } from '@/lib/kernel/context';
import { abilitiesOf, firstScreen, isValidOn, mayManageAccounts, mayManageMembership } from '@/lib/people/policy';

const person = (...held: [Role, string][]): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  sessionKind: 'staff',
  name: 'P',
  memberships: held.map(([role, areaCode]) => ({ role, areaCode, unitCode: null, partyOrgCode: null })),
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
});
const street = '320371003';

describe('the first screen', () => {
  it.each([
    [['volunteer'], '/volunteer'],
    [['grid_worker'], '/handle'],
    [['cell_lead'], '/handle'],
    [['unit_staff'], '/handle'],
    [['branch_verifier'], '/verify'],
    [['dispatcher'], '/desk'],
    [['hall_clerk', 'unit_staff'], '/desk'],
    [['secretary', 'branch_verifier'], '/desk'],
    [['street_officer', 'unit_staff', 'system_admin'], '/desk'],
    [['supervisor'], '/oversight'],
    [['audit_admin'], '/admin'],
    [['system_admin'], '/admin'],
    [['resident'], '/'],
    [['representative'], '/'],
    [[], '/'],
  ] as [Role[], string][])('of %s is %s', (roles, screen) => {
    expect(firstScreen(person(...roles.map((role): [Role, string] => [role, street])))).toBe(screen);
  });

  it('of nobody is the home page', () => {
    expect(firstScreen({ kind: 'anonymous' })).toBe('/');
    expect(abilitiesOf({ kind: 'system', name: 'clock' })).toEqual([]);
  });
});

describe('who may appoint', () => {
  const admin = person(['system_admin', '320371']);
  const officer = person(['street_officer', street]);

  it('lets a system administrator appoint anywhere', () => {
    expect(mayManageMembership(admin, { role: 'audit_admin', areaCode: '120116' })).toBe(true);
    expect(mayManageAccounts(admin)).toBe(true);
  });

  it('lets a street officer appoint for work inside the street only', () => {
    expect(mayManageMembership(officer, { role: 'dispatcher', areaCode: `${street}208` })).toBe(true);
    expect(mayManageMembership(officer, { role: 'dispatcher', areaCode: '320371004208' })).toBe(false);
    expect(mayManageMembership(officer, { role: 'dispatcher', areaCode: '320371' })).toBe(false);
    expect(mayManageAccounts(officer)).toBe(false);
  });

  it.each(['system_admin', 'audit_admin', 'supervisor', 'street_officer'] as Role[])(
    'never lets a street officer appoint a %s',
    (role) => {
      expect(mayManageMembership(officer, { role, areaCode: `${street}208` })).toBe(false);
    },
  );

  it('lets nobody else appoint', () => {
    for (const role of ['dispatcher', 'secretary', 'hall_clerk', 'audit_admin', 'supervisor', 'volunteer'] as Role[]) {
      expect(mayManageMembership(person([role, street]), { role: 'volunteer', areaCode: street })).toBe(false);
    }
    expect(mayManageMembership({ kind: 'anonymous' }, { role: 'volunteer', areaCode: street })).toBe(false);
  });
});

describe('dates of a role', () => {
  it('count the first and the last day', () => {
    const row = { validFrom: '2024-03-01', validTo: '2024-10-31' };
    expect(['2024-02-29', '2024-03-01', '2024-10-31', '2024-11-01'].map((on) => isValidOn(row, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isValidOn({ ...row, validTo: null }, '2099-01-01')).toBe(true);
  });
});
