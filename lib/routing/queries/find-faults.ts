import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { mayBeOrdered } from '@/lib/people/policy';
import { type ListedHandler, listHandlers } from '@/lib/people/queries/list-handlers';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import type { RuleConditions, RuleEffect } from '../input';
import type { RuleFault } from '../match';

interface Asked {
  conditions: RuleConditions;
  effect: RuleEffect;
}

const fault = (part: RuleFault['part'], name: string, params: RuleFault['params'] = {}): RuleFault => ({
  part,
  key: `reason.routing.${name}`,
  params,
});

const isNested = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

function faultsOfUnit(code: string, found: ListedHandler | undefined, communityCode: string): RuleFault[] {
  if (!found) return [fault('target', 'unit_unknown', { code })];
  if (found.members.length === 0) return [fault('target', 'unit_ended', { code, name: found.name })];
  if (found.areas.some((area) => isNested(area, communityCode))) return [];
  return [fault('target', 'unit_elsewhere', { code, name: found.name })];
}

function faultsOfPerson(found: ListedHandler | undefined): RuleFault[] {
  if (!found) return [fault('target', 'person_unknown')];
  const { name } = found;
  if (!found.enabled) return [fault('target', 'person_disabled', { name })];
  if (mayBeOrdered(found.roles)) return [];
  return [fault('target', found.roles.includes('volunteer') ? 'person_is_volunteer' : 'person_without_role', { name })];
}

/**
 * What rules of a community name that is not there today: an item, a category, a cell, a unit that nobody belongs to, a
 * person who is disabled or holds no role any more. The same for a rule that is to be saved and for one that stands.
 * At most eight queries, however many rules.
 */
export async function findFaults(
  db: Reader,
  communityCode: string,
  rules: readonly Asked[],
  now: number,
): Promise<RuleFault[][]> {
  if (rules.length === 0) return [];
  const targets = rules.map(({ effect }) => effect.target);
  const names = (part: 'items' | 'categories' | 'cells') => rules.some(({ conditions }) => conditions[part].length > 0);
  const handlers = await listHandlers(
    db,
    {
      units: targets.flatMap((target) => ('unit' in target ? [target.unit] : [])),
      persons: targets.flatMap((target) => ('person' in target ? [target.person] : [])),
    },
    shanghaiDate(now),
  );
  const known = {
    items: new Set(names('items') ? (await listItems(db)).map(({ code }) => code) : []),
    categories: new Set(names('categories') ? (await listCategories(db)).map(({ code }) => code) : []),
    cells: new Set(
      names('cells') ? (await listCells({ db, now: () => now }, { communityCode })).map(({ code }) => code) : [],
    ),
  };
  const unknown = { items: 'item_unknown', categories: 'category_unknown', cells: 'cell_unknown' } as const;
  return rules.map(({ conditions, effect: { target } }) => [
    ...(['items', 'categories', 'cells'] as const).flatMap((part) =>
      conditions[part].filter((code) => !known[part].has(code)).map((code) => fault(part, unknown[part], { code })),
    ),
    ...('unit' in target ? faultsOfUnit(target.unit, handlers.units.get(target.unit), communityCode) : []),
    ...('person' in target ? faultsOfPerson(handlers.persons.get(target.person)) : []),
  ]);
}
