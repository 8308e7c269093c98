import { and, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Actor, Role } from '@/lib/kernel/context';
import { area } from './tables';

/**
 * The tree is public: a grid's name and area must be posted where people gather (滨州市社会治理网格化服务管理条例 7),
 * and nothing in it names a person. So the actor changes nothing; the day does: ended areas are history.
 * @param on today, `YYYY-MM-DD`
 */
export function standingOn(on: string): SQL | undefined {
  return and(or(isNull(area.validFrom), lte(area.validFrom, on)), or(isNull(area.validTo), gte(area.validTo, on)));
}

/** The same question about a row that is already here. */
export function standsOn(row: { validFrom: string | null; validTo: string | null }, on: string): boolean {
  return (row.validFrom === null || row.validFrom <= on) && (row.validTo === null || row.validTo >= on);
}

const sheetRoles: readonly Role[] = ['dispatcher', 'hall_clerk', 'secretary'];

/**
 * The areas whose QR sheets somebody prints to be put up: where they are dispatcher, hall or secretary, and nobody else.
 * What hangs on a wall in the community's name is the community's to hang.
 */
export const sheetAreas = (actor: Actor): string[] =>
  actor.kind === 'person'
    ? [...new Set(actor.memberships.filter((m) => sheetRoles.includes(m.role)).map((m) => m.areaCode))].sort()
    : [];

/** By whose law a community decides is entered by whoever administers the program, as its other settings are. */
export const maySetLegalForm = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.memberships.some((membership) => membership.role === 'system_admin'));
