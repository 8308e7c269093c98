import { and, asc, eq, gt, inArray, like, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { maskPhone } from '@/lib/kernel/text';
import { type ListAccountsInput, listAccountsInput, loginKey } from '../input';
import { isPhoneLogin } from '../login-codes';
import { isValidOn, mayManageSomeMemberships } from '../policy';
import type { AccountKind } from '../status';
import type { MembershipRow } from '../store';
import { account, membership, person } from '../tables';

export interface AccountView {
  accountId: string;
  personId: string;
  login: string;
  /** A resident who signs in by a code on their phone, without a password; the login is the program's own. */
  byPhone: boolean;
  /** Of somebody of whom only a number is known: that number, masked. */
  name: string;
  kind: AccountKind;
  disabled: boolean;
  /** Set by an administrator and not changed by its owner yet. */
  passwordIsInitial: boolean;
  lastLoginAt: number | null;
  /** All of them, ended ones too, oldest first; `active` on the domain's today. */
  memberships: (Omit<MembershipRow, 'personId'> & { active: boolean })[];
}

/**
 * Accounts by login, with their roles. `q` is the beginning of a login or a part of a name.
 * @throws forbidden `account.admin_only`
 */
export async function listAccounts(
  ctx: Context,
  input: ListAccountsInput,
): Promise<{ items: AccountView[]; nextCursor: string | null }> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { q, cursor, limit } = parse(listAccountsInput, input);
  const text = (q ?? '').replace(/[%_]/g, '');
  const rows = await ctx.db
    .select({ account, name: person.displayName, tail: person.phoneTail })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(
      and(
        cursor === undefined ? undefined : gt(account.login, cursor),
        text === '' ? undefined : or(like(account.login, `${loginKey(text)}%`), like(person.displayName, `%${text}%`)),
      ),
    )
    .orderBy(asc(account.login), asc(account.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const ids = page.map((row) => row.account.personId);
  const held =
    ids.length === 0
      ? []
      : await ctx.db.select().from(membership).where(inArray(membership.personId, ids)).orderBy(membership.id);
  const today = shanghaiDate(ctx.now());
  const items = page.map(({ account: a, name, tail }) => ({
    accountId: a.id,
    personId: a.personId,
    login: a.login,
    byPhone: isPhoneLogin(a.login),
    name: name || (a.phone ? maskPhone(a.phone) : `****${tail ?? ''}`),
    kind: a.kind,
    disabled: a.disabledAt !== null,
    passwordIsInitial: a.passwordChangedAt === 0 && !isPhoneLogin(a.login),
    lastLoginAt: a.lastLogins[0] ?? null,
    memberships: held
      .filter((m) => m.personId === a.personId)
      .map(({ personId: _, ...m }) => ({ ...m, active: isValidOn(m, today) })),
  }));
  return { items, nextCursor: rows.length > limit ? (page.at(-1)?.account.login ?? null) : null };
}
