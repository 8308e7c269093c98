import type { Named } from '@/lib/orders/queries/holders-of';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listUnits } from '@/lib/people/queries/list-units';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { mayReadRules } from '@/lib/routing/policy';
import { listRules, type RuleList } from '@/lib/routing/queries/list-rules';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { refusePage, type StaffContext } from '../../_shell/enter';
import type { RuleNames } from '../routing-words';

export interface RoutingPage {
  communities: { code: string; name: Named }[];
  list: RuleList;
  items: Awaited<ReturnType<typeof listItems>>;
  categories: Awaited<ReturnType<typeof listCategories>>;
  cells: { code: string; name: Named }[];
  units: { code: string; name: Named }[];
  persons: { id: string; name: Named }[];
  names: RuleNames;
}

const named = (row: { nameZh: string; nameEn: string }): Named => ({ zh: row.nameZh, en: row.nameEn });

/** All that the pages of the rules show, for the community that was asked for or the first that this person stands for. */
export async function loadRouting(ctx: StaffContext, path: string, asked: string | undefined): Promise<RoutingPage> {
  const all = await listCommunities(ctx);
  const communities = all.filter(({ code }) => mayReadRules(ctx.actor, code));
  const community = communities.find(({ code }) => code === asked) ?? communities[0];
  if (!community) return refusePage(ctx, path);
  const cells = await listCells(ctx, { communityCode: community.code });
  const codes = [community.code, ...cells.map(({ code }) => code)];
  const roles = ['grid_worker', 'cell_lead', 'hall_clerk', 'dispatcher', 'mediator', 'secretary'] as const;
  const holders = (await Promise.all(roles.map((role) => listRoleHolders(ctx, { role, areaCodes: codes })))).flat();
  const [list, items, categories, units] = await Promise.all([
    listRules(ctx, { community: community.code }),
    listItems(ctx.db),
    listCategories(ctx.db),
    listUnits(ctx),
  ]);
  return {
    communities: communities.map((row) => ({ code: row.code, name: named(row) })),
    list,
    items,
    categories,
    cells: cells.map((row) => ({ code: row.code, name: named(row) })),
    units: units
      .filter(({ areas }) => areas.some((area) => area.startsWith(community.code) || community.code.startsWith(area)))
      .map((row) => ({ code: row.code, name: named(row) })),
    persons: [...new Map(holders.map((row) => [row.personId, row])).values()].map(({ personId, name, nameEn }) => ({
      id: personId,
      name: { zh: name, en: nameEn ?? name },
    })),
    names: {
      items: new Map(items.map((row) => [row.code, named(row)])),
      categories: new Map(categories.map((row) => [row.code, named(row)])),
      cells: new Map(cells.map((row) => [row.code, named(row)])),
    },
  };
}
