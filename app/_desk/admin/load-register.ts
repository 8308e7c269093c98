import type { Locale } from '@/components/preferences';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { type Role, roles } from '@/lib/kernel/context';
import { mayManageAccounts, mayManageMembership } from '@/lib/people/policy';
import { listPartyOrgs, type PartyOrgView } from '@/lib/people/queries/list-party-orgs';
import { listUnits, type UnitView } from '@/lib/people/queries/list-units';
import { areaNames } from '@/lib/places/queries/area-names';
import { listWorkAreas } from '@/lib/places/queries/list-work-areas';
import type { AreaView } from '@/lib/places/view';
import type { StaffContext } from '../../_shell/enter';
import { nameIn } from '../../_shell/names';

export interface Register {
  /** The roles, areas, units and organisations that this administrator may choose among. */
  roles: Role[];
  areas: AreaView[];
  units: UnitView[];
  partyOrgs: PartyOrgView[];
  today: string;
  areaName(code: string): string;
  unitName(code: string): string;
}

/** What a role may be given in, and the names of what is held already. A street officer chooses inside the street. */
export async function loadRegister(
  ctx: StaffContext,
  held: readonly { areaCode: string }[],
  locale: Locale,
): Promise<Register> {
  const { actor } = ctx;
  const street = actor.memberships.find((m) => m.role === 'street_officer')?.areaCode;
  const within = mayManageAccounts(actor) ? undefined : street;
  const [areas, units, partyOrgs, names] = await Promise.all([
    listWorkAreas(ctx, { within }),
    listUnits(ctx),
    listPartyOrgs(ctx),
    areaNames(
      ctx.db,
      held.map((m) => m.areaCode),
    ),
  ]);
  const unitNames = new Map(units.map((unit) => [unit.code, { zh: unit.nameZh, en: unit.nameEn }]));
  const named = (from: ReadonlyMap<string, { zh: string; en: string }>) => (code: string) => {
    const name = from.get(code);
    return name ? nameIn(locale, name) : code;
  };
  return {
    roles: roles.filter((role) => mayManageMembership(actor, { role, areaCode: within ?? '' })),
    areas,
    units,
    partyOrgs,
    today: shanghaiDate(ctx.now()),
    areaName: named(names),
    unitName: named(unitNames),
  };
}
