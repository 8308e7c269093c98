import { and, eq, inArray, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { notice } from '@/lib/notices/tables';
import { lookAtOrders } from '@/lib/orders/commands/look-at-orders';
import { listUnowned } from '@/lib/orders/queries/list-unowned';
import { orders, supervisionNotice, supervisionReply, supervisionTold } from '@/lib/orders/tables';
import { account, membership } from '@/lib/people/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, cellC, type Made, type Reachable } from '@/tests/support/orders';

const c = sharedCommunity();
const communityCode = cellC.slice(0, 12);
/** Hundreds of rounds of the clock, on a machine that does other things as well. */
const slowly = 900_000;

type MembershipRow = typeof membership.$inferSelect;
const is = (role: string, area: string) => (row: MembershipRow) => row.role === role && row.areaCode === area;

/** Who belongs to what may be missing: found in the register by their roles, not by the program's own ladder. */
const parts = {
  holder: (row: MembershipRow) => row.unitCode === 'PL-PROP',
  cell: (row: MembershipRow) => is('grid_worker', cellC)(row) || is('cell_lead', cellC)(row),
  community: (row: MembershipRow) => is('dispatcher', communityCode)(row) || is('secretary', communityCode)(row),
  branch: (row: MembershipRow) => row.role === 'branch_verifier',
  street: (row: MembershipRow) => row.role === 'street_officer',
  supervisor: (row: MembershipRow) => row.role === 'supervisor',
};
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];
const combinations = Array.from({ length: 2 ** names.length }, (_, mask) =>
  names.filter((_name, i) => (mask >> i) % 2 === 1),
);

/** The steps of 3.5 with who stands on each, by hand: the secretary beside the dispatcher, and beside the street. */
const secretary = is('secretary', communityCode);
const stepOf: Record<string, (row: MembershipRow) => boolean> = {
  holder: parts.holder,
  cell: parts.cell,
  parent: (row) => row.role === 'branch_verifier' && row.partyOrgCode === 'PL-GB',
  community: parts.community,
  street: (row) => parts.street(row) || secretary(row),
  supervisor: parts.supervisor,
  admin: (row) => row.role === 'system_admin',
};
const work = ['holder', 'cell', 'community', 'street', 'supervisor', 'admin'];
const ladders: Partial<Record<Reachable, readonly string[]>> = {
  submitted: ['community', 'street', 'supervisor', 'admin'],
  assigned: work,
  in_progress: work,
  // A check that is overdue is the parent branch's at once (3.1.1).
  awaiting_verification: ['parent', 'street', 'supervisor', 'admin'],
};
const states = Object.keys(ladders) as Reachable[];

/** Both long after every limit: a Wednesday, and the first of May. */
const days = { 'a working day': '2024-03-06T10:00:00+08:00', 'a holiday': '2024-05-01T10:00:00+08:00' };
const ways = ['suspended accounts', 'ended roles'] as const;

const made: Partial<Record<Reachable, Made>> = {};
let register: MembershipRow[] = [];

beforeAll(async () => {
  for (const state of states) made[state] = await anOrder(c(), { state });
  register = await c().engine.reader.select().from(membership);
}, slowly);

/** Everybody lives again, and no order was ever noticed. */
async function reset(): Promise<void> {
  await c()
    .ctx()
    .transaction(async (tx) => {
      for (const table of [supervisionReply, supervisionTold, supervisionNotice, notice]) await tx.delete(table);
      await tx.update(orders).set({ colour: null, lookAt: null });
      await tx.update(account).set({ disabledAt: null });
      for (const { id, validTo } of register.filter((row) => Object.values(parts).some((of) => of(row))))
        await tx.update(membership).set({ validTo }).where(eq(membership.id, id));
    });
}

async function remove(missing: readonly Part[], way: (typeof ways)[number]): Promise<void> {
  const rows = register.filter((row) => missing.some((part) => parts[part](row)));
  if (rows.length === 0) return;
  await c()
    .ctx()
    .transaction(async (tx) => {
      if (way === 'ended roles') {
        const ids = rows.map(({ id }) => id);
        await tx.update(membership).set({ validTo: '2024-02-01' }).where(inArray(membership.id, ids));
      } else {
        const ids = rows.map(({ personId }) => personId);
        await tx.update(account).set({ disabledAt: c().clock.now() }).where(inArray(account.personId, ids));
      }
    });
}

/** Who lives on each step now, read from the rows themselves. */
async function living(): Promise<Record<string, Set<string>>> {
  const on = shanghaiDate(c().clock.now());
  const open = await c().engine.reader.select().from(account).where(isNull(account.disabledAt));
  const accounts = new Set(open.map(({ personId }) => personId));
  const rows = (await c().engine.reader.select().from(membership)).filter(
    (row) => accounts.has(row.personId) && row.validFrom <= on && (row.validTo === null || on <= row.validTo),
  );
  return Object.fromEntries(
    Object.entries(stepOf).map(([step, of]) => [step, new Set(rows.filter(of).map(({ personId }) => personId))]),
  );
}

/** One minute of the worker: colours and notices, then what they tell. */
async function round(): Promise<void> {
  const clock = c().ctx({ kind: 'system', name: 'clock' });
  await lookAtOrders(clock);
  while ((await drainOutbox(clock)) > 0);
}

/** The notice of the order that stands, and whether its owner was told of it in this minute. */
async function noticeOf(order: Made) {
  const [row] = await c()
    .engine.reader.select({ notice: supervisionNotice })
    .from(supervisionNotice)
    .innerJoin(orders, eq(orders.id, supervisionNotice.orderId))
    .where(and(eq(orders.code, order.code), isNull(supervisionNotice.endedAt)))
    .orderBy(supervisionNotice.issuedAt, supervisionNotice.id);
  if (!row) return null;
  const inbox = await c()
    .engine.reader.select()
    .from(notice)
    .where(and(eq(notice.personId, row.notice.ownerId ?? ''), eq(notice.orderCode, row.notice.code)));
  return { ...row.notice, told: inbox.some(({ createdAt }) => createdAt === c().clock.now()) };
}

/** What is wrong with who has the order now: nobody, the wrong step, somebody who is gone, or who was not told. */
async function wrong(state: Reachable, expected: string | undefined, lives: Record<string, Set<string>>) {
  const order = made[state];
  const has = order && (await noticeOf(order));
  if (!has) return 'no notice';
  if (has.step !== expected) return `${has.step}, not ${expected}`;
  if (!lives[expected ?? '']?.has(has.ownerId ?? '')) return `${expected}: an owner who does not live`;
  return has.told ? null : `${expected}: not told`;
}

async function faultsOf(missing: readonly Part[]): Promise<string[]> {
  const faults: string[] = [];
  const lives = await living();
  const alive = (state: Reachable) => (ladders[state] ?? []).filter((step) => (lives[step]?.size ?? 0) > 0);
  const check = async (n: number) => {
    for (const state of states) {
      const fault = await wrong(state, alive(state).at(n) ?? 'admin', lives);
      if (fault) faults.push(`${state}, step ${n}, without ${missing.join('+') || 'nobody'}: ${fault}`);
    }
  };
  await round();
  await check(0);
  // Nobody answers: once the time of every notice is over, each stands one living step higher.
  const rows = await c().engine.reader.select().from(supervisionNotice);
  c().clock.set(Math.max(...rows.map(({ replyBy }) => replyBy)) + 1);
  await round();
  await check(1);
  return [...faults, ...(await leftOver(missing, lives))];
}

/** What the board of orders that nobody looks after shows to each of those who are left. */
async function leftOver(missing: readonly Part[], lives: Record<string, Set<string>>): Promise<string[]> {
  const faults: string[] = [];
  const readers = { limin: 'community', shuji: 'community', jiedao: 'street', dujuan: 'supervisor' };
  const codes = (...wanted: Reachable[]) => wanted.map((state) => made[state]?.code ?? '').sort();
  for (const [key, step] of Object.entries(readers)) {
    if (!lives[step]?.has(c().idOf(key))) continue;
    const board = await listUnowned(await c().as(key));
    const shown = (list: { order: { code: string } }[]) => list.map(({ order }) => order.code).sort();
    const say = (what: string) => faults.push(`${what} on the board of ${key} without ${missing.join('+')}`);
    const gone = (lives.holder?.size ?? 0) === 0 ? codes('assigned', 'in_progress') : [];
    if (shown(board.unheld).join() !== codes('submitted').join()) say(`unheld ${shown(board.unheld)}`);
    if (shown(board.gone).join() !== gone.join()) say(`gone ${shown(board.gone)}, not ${gone}`);
    const late = new Set(board.unanswered.map(({ order }) => order?.code));
    for (const code of codes(...states)) if (!late.has(code)) say(`no late notice of ${code}`);
  }
  return faults;
}

describe.each(Object.entries(days))('on %s', (_day, moment) => {
  it.each(ways)(
    'every overdue order reaches somebody who lives, whatever is missing by %s',
    async (way) => {
      const faults: string[] = [];
      for (const missing of combinations) {
        await reset();
        c().clock.set(Date.parse(moment));
        await remove(missing, way);
        faults.push(...(await faultsOf(missing)));
      }
      expect(faults).toEqual([]);
      expect(combinations).toHaveLength(64);
    },
    slowly,
  );
});
