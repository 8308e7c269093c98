import { rmSync, writeFileSync } from 'node:fs';
import { writeAudit } from '@/lib/audit/store';
import { shanghaiDate, startOfDay } from '@/lib/calendar/shanghai';
import type { Context, Tx } from '@/lib/kernel/context';
import { loadRoutes } from '@/lib/orders/commands/load-routes';
import { createAccount } from '@/lib/people/commands/create-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { loadPeople } from '@/lib/people/commands/load-people';
import { loadAreas } from '@/lib/places/commands/load-areas';
import { loadVolunteers } from '@/lib/volunteers/commands/load-volunteers';
import { readTaxonomy } from '@/seeds/reference-data';
import { type Changes, changesOf } from './changes';
import { readFolder } from './folder';
import { Notebook } from './mistakes';
import { readCommunity } from './read-community';
import { readStored, storedRoutes } from './stored';

export interface Loaded {
  changes: Changes['counts'];
  /** New accounts with the password that is shown once and to be changed by its owner. */
  passwords: { login: string; name: string; password: string }[];
}

/**
 * Loads a folder of CSV files (docs/load-community.md) through the commands, in one transaction: all of it or nothing.
 * The same files a second time change nothing and leave no trace. `passwordsFile` gets the first passwords of new
 * accounts just before the commit, so that no account stands whose password nobody knows.
 * @throws CommunityMistakes with everything that is wrong; DomainError of the commands
 */
export async function loadFolder(ctx: Context, input: { folder: string; passwordsFile: string }): Promise<Loaded> {
  let written = false;
  try {
    return await ctx.transaction(async (tx) => {
      const notes = new Notebook();
      const folder = readFolder(input.folder, notes);
      const stored = await readStored(tx);
      const { items } = readTaxonomy();
      const community = readCommunity(folder, stored, { items, today: shanghaiDate(ctx.now()) }, notes);
      notes.settle();
      const changes = changesOf(
        community,
        stored,
        await storedRoutes(
          tx,
          community.routes.map((route) => route.itemCode),
        ),
      );
      if (!changes.any) return { changes: changes.counts, passwords: [] };
      const passwords = await apply(ctx, tx, changes);
      if (passwords.length > 0) {
        const lines = passwords.map((one) => `${one.login},"${one.name.replaceAll('"', '""')}",${one.password}\n`);
        writeFileSync(input.passwordsFile, `\uFEFFlogin,name,password\n${lines.join('')}`, { mode: 0o600 });
        written = true;
      }
      return { changes: changes.counts, passwords };
    });
  } catch (error) {
    if (written) rmSync(input.passwordsFile, { force: true });
    throw error;
  }
}

async function apply(outer: Context, tx: Tx, changes: Changes): Promise<Loaded['passwords']> {
  // The commands join this transaction: each alone would stand even if a later one refused.
  const ctx: Context = { ...outer, db: tx, transaction: (fn) => fn(tx) };
  const { areas, points, neighbours, units, branches, branchCells, people, routes } = changes;
  if (areas.length + points.length + neighbours.length > 0) await loadAreas(ctx, { areas, points, neighbours });
  const touched = people.filter((person) => person.isNew || person.renew);
  const known = new Map(people.flatMap(({ login, personId }) => (personId ? [[login, personId] as const] : [])));
  const ids = new Map([...changes.personIds, ...known]);
  if (touched.length + units.length + branches.length > 0) {
    const { personIds } = await loadPeople(ctx, {
      register: {
        persons: touched.map(({ login, person }) => ({ key: login, ...person })),
        units,
        partyOrgs: branches,
        partyOrgCells: branchCells,
        accounts: [],
        memberships: [],
        ties: [],
      },
      // Accounts get a password each, below.
      password: '',
      known,
    });
    for (const [login, id] of personIds) ids.set(login, id);
  }
  const idOf = (login: string): string => {
    const id = ids.get(login);
    if (id === undefined) throw new RangeError(`nobody has the account ${login}`);
    return id;
  };
  const passwords: Loaded['passwords'] = [];
  for (const { login, account, person, isNew } of people) {
    if (!isNew) continue;
    const made = await createAccount(ctx, { personId: idOf(login), login, kind: account });
    passwords.push({ login, name: person.name, password: made.password });
  }
  for (const { login, begin, end } of people) {
    for (const { membershipId, lastOn } of end) await endMembership(ctx, { membershipId, lastOn });
    for (const membership of begin) await grantMembership(ctx, { personId: idOf(login), ...membership });
  }
  const volunteers = people.flatMap(({ login, volunteer }) => {
    if (!volunteer) return [];
    const { registeredOn, ...rest } = volunteer;
    return [{ ...rest, personId: idOf(login), registeredAt: startOfDay(registeredOn) }];
  });
  if (volunteers.length > 0) await loadVolunteers(ctx, volunteers);
  const withIds = routes.map(({ steps, ...route }) => ({
    ...route,
    steps: steps.map((step) => (step.person && ids.has(step.person) ? { ...step, person: idOf(step.person) } : step)),
  }));
  if (withIds.length > 0) await loadRoutes(ctx, withIds);
  await writeAudit(tx, ctx, {
    action: 'community.loaded',
    subjectKind: 'import',
    subjectId: 'community',
    data: { ...changes.counts },
  });
  return passwords;
}
