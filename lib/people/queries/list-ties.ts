import { desc, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageSomeMemberships } from '../policy';
import { account, personTie } from '../tables';
import { personNames } from './person-names';

export interface TieView {
  /** The other of the two. */
  personId: string;
  name: { zh: string; en: string };
  /** Null for who has no account. */
  login: string | null;
  declaredAt: number;
}

/** The declared ties of one person (R8, 3.1.1), latest first. @throws forbidden `tie.admin_only` */
export async function listTies(ctx: Context, input: { personId: string }): Promise<TieView[]> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'tie.admin_only');
  const { personId } = input;
  const rows = await ctx.db
    .select()
    .from(personTie)
    .where(or(eq(personTie.personA, personId), eq(personTie.personB, personId)))
    .orderBy(desc(personTie.declaredAt), personTie.personA, personTie.personB);
  const ties = rows.map((row) => ({
    personId: row.personA === personId ? row.personB : row.personA,
    declaredAt: row.declaredAt,
  }));
  const ids = ties.map((tie) => tie.personId);
  const names = await personNames(ctx.db, ids);
  const logins = await loginsOf(ctx, ids);
  return ties.map((tie) => ({
    ...tie,
    name: names.get(tie.personId) ?? { zh: tie.personId, en: tie.personId },
    login: logins.get(tie.personId) ?? null,
  }));
}

async function loginsOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ personId: account.personId, login: account.login })
    .from(account)
    .where(inArray(account.personId, ids));
  return new Map(rows.map(({ personId, login }) => [personId, login]));
}
