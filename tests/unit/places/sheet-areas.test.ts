import { expect, it } from 'vitest';
import type { Actor, PersonActor, Role } from '@/lib/kernel/context';
import { sheetAreas } from '@/lib/places/policy';

const area = '320371003208';
const holder = (role: Role): Actor =>
  ({ kind: 'person', memberships: [{ role, areaCode: area }] }) as unknown as PersonActor;

it.each(['dispatcher', 'hall_clerk', 'secretary'] as const)('a %s prints the sheets of their area', (role) => {
  expect(sheetAreas(holder(role))).toEqual([area]);
});

it.each([
  'resident',
  'representative',
  'grid_worker',
  'cell_lead',
  'volunteer',
  'unit_staff',
  'mediator',
  'branch_verifier',
  'street_officer',
  'supervisor',
  'audit_admin',
  'system_admin',
] as const)('a %s prints none', (role) => {
  expect(sheetAreas(holder(role))).toEqual([]);
});

it('nobody prints without signing in, nor the program by itself', () => {
  expect(sheetAreas({ kind: 'anonymous' })).toEqual([]);
  expect(sheetAreas({ kind: 'system', name: 'clock' })).toEqual([]);
});
