import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { loginKey, type PeopleRegister } from '../input';
import { hashPassword } from '../passwords';
import { insertMany } from '../store';

/**
 * Loads a register in one transaction, for seeds and imports. All accounts get `password`. Units, party organisations
 * with their cells, and persons named in `known` are renewed by what is given; accounts and memberships only begin.
 * @param input.known persons that stand already: the register's own key → id
 * @returns the ids, by the register's own keys of persons and by the logins of accounts
 * @throws forbidden `people.loader_only`; RangeError when a list names a person that is not in it
 */
export async function loadPeople(
  ctx: Context,
  input: { register: PeopleRegister; password: string; known?: ReadonlyMap<string, string> },
): Promise<{ personIds: Map<string, string>; personIdByLogin: Map<string, string> }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'people.loader_only');
  const { register, password, known } = input;
  const personIds = new Map(register.persons.map((p) => [p.key, known?.get(p.key) ?? newId()]));
  if (personIds.size !== register.persons.length) throw new RangeError('two persons of the register have one key');
  const idOf = (key: string) => {
    const id = personIds.get(key);
    if (id === undefined) throw new RangeError(`the register has no person ${key}`);
    return id;
  };
  const passwordHash = register.accounts.length > 0 ? await hashPassword(password) : '';
  const createdAt = ctx.now();
  const accounts = register.accounts.map((a) => ({
    id: newId(),
    personId: idOf(a.personKey),
    login: loginKey(a.login),
    passwordHash,
    kind: a.roleKind,
    passwordChangedAt: createdAt,
    lastLogins: [],
    createdAt,
  }));
  const persons = register.persons.map(({ key, name, phone, ...p }) => ({
    ...p,
    id: idOf(key),
    displayName: name,
    phone,
    phoneTail: phone?.slice(-4),
    createdAt,
  }));
  const memberships = register.memberships.map(({ personKey, ...m }) => ({
    ...m,
    id: newId(),
    personId: idOf(personKey),
  }));
  const ties = register.ties.map(({ personKey, otherKey }) => {
    const [personA = '', personB = ''] = [idOf(personKey), idOf(otherKey)].sort();
    return { personA, personB, declaredAt: createdAt };
  });
  await ctx.transaction(async (tx) => {
    await insertMany(tx, {
      persons,
      accounts,
      memberships,
      units: register.units.map(({ areas = [], ...u }) => ({ ...u, areas: [...areas] })),
      partyOrgs: [...register.partyOrgs],
      partyOrgCells: [...register.partyOrgCells],
      ties,
    });
    await writeAudit(tx, ctx, {
      action: 'people.loaded',
      subjectKind: 'register',
      subjectId: 'people',
      data: { persons: persons.length, accounts: accounts.length, memberships: memberships.length },
    });
  });
  return { personIds, personIdByLogin: new Map(accounts.map((a) => [a.login, a.personId])) };
}
