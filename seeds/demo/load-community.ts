import { readFileSync } from 'node:fs';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { loadRoutes } from '@/lib/orders/commands/load-routes';
import { loadPeople } from '@/lib/people/commands/load-people';
import { loadAreas } from '@/lib/places/commands/load-areas';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { loadVolunteers } from '@/lib/volunteers/commands/load-volunteers';
import { demoAreas, demoNeighbours, demoPoints } from './geography';
import { demoPeople } from './people';
import { planRepresentatives } from './plan-residents';

export interface LoadedCommunity {
  /** The id of a person by the demo's key. @throws RangeError for a key that is not in the register */
  personId(key: string): string;
}

/** 坡里: the real units above it, its invented cells and people, the branches, the default table. Needs the taxonomy. */
export async function loadCommunity(ctx: Context, password: string): Promise<LoadedCommunity> {
  const units = JSON.parse(readFileSync(new URL('../reference/areas-dahuangshan.json', import.meta.url), 'utf8'));
  await loadAreas(ctx, { areas: Array.isArray(units) ? units : units.areas });
  await loadAreas(ctx, { areas: demoAreas(), points: demoPoints(), neighbours: demoNeighbours() });
  const people = demoPeople(await listItems(ctx.db));
  const { personIds } = await loadPeople(ctx, {
    register: {
      ...people,
      persons: [...people.persons, ...planRepresentatives.persons],
      memberships: [...people.memberships, ...planRepresentatives.memberships],
    },
    password,
  });
  const personId = (key: string): string => {
    const id = personIds.get(key);
    if (id === undefined) throw new RangeError(`nobody has the key ${key}`);
    return id;
  };
  await loadVolunteers(
    ctx,
    people.volunteers.map((v) => ({
      personId: personId(v.personKey),
      skills: v.skills,
      adultFrom: v.adultFrom,
      registeredAt: startOfDay(v.registeredOn),
    })),
  );
  await loadRoutes(
    ctx,
    people.defaultRoutes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => (step.person ? { ...step, person: personId(step.person) } : step)),
    })),
  );
  for (const [key, value] of Object.entries(people.settings)) await changeSetting(ctx, { key, value });
  return { personId };
}
