import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { claimOrder } from '@/lib/orders/commands/claim-order';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { claimQuotaKey } from '@/lib/orders/quota';
import { orderAssignment, orderOffer, orderQuota } from '@/lib/orders/tables';
import type { Action } from '@/lib/orders/workflow';
import { loadPeople } from '@/lib/people/commands/load-people';
import { loadActor } from '@/lib/people/queries/load-actor';
import { loadVolunteers } from '@/lib/volunteers/commands/load-volunteers';
import { type Community, community } from '@/tests/support/community';
import { anOrder, cellC, counts, eventsOf, type Made, perform, placeInC, quota, rowOf } from '@/tests/support/orders';

/** What a race answered: `ok`, or the reason of the refusal. Anything that is no refusal of the domain is a fault. */
const answerOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'ok',
    (error: unknown) => {
      if (isDomainError(error)) return error.reason;
      throw error;
    },
  );

const tally = (answers: string[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const answer of answers) counted[answer] = (counted[answer] ?? 0) + 1;
  return counted;
};

/** Two hundred volunteers of cell C beside those of the community. */
async function volunteers(c: Community, many: number): Promise<Context[]> {
  const keys = Array.from({ length: many }, (_, i) => `racer-${i}`);
  const { personIds } = await loadPeople(c.ctx(), {
    register: {
      persons: keys.map((key) => ({ key, name: key })),
      memberships: keys.map((personKey) => ({
        personKey,
        role: 'volunteer' as const,
        areaCode: cellC,
        validFrom: '2023-01-01',
      })),
      accounts: [],
      units: [],
      partyOrgs: [],
      partyOrgCells: [],
      ties: [],
    },
    password: 'not used at all',
  });
  const ids = [...personIds.values()];
  await loadVolunteers(
    c.ctx(),
    ids.map((personId) => ({ personId, skills: [], adultFrom: '2000-01-01', registeredAt: 0 })),
  );
  const actors = await Promise.all(ids.map((personId) => loadActor(c.ctx(), { personId })));
  return actors.flatMap((actor) => (actor ? [c.ctx(actor)] : []));
}

describe('two hundred claims for one order', () => {
  it('have one winner and 199 polite answers; nobody’s hands are counted wrongly', async () => {
    const c = await community();
    const racers = await volunteers(c, 200);
    const order = await anOrder(c, { state: 'offered' });
    const had = await counts(c, order);
    const { version } = await rowOf(c, order);
    const started = performance.now();
    const answers = await Promise.all(
      racers.map((ctx) => answerOf(claimOrder(ctx, { code: order.code, version, clientId: newId() }))),
    );
    const tookMs = performance.now() - started;
    expect(tally(answers)).toEqual({ ok: 1, 'order.already_claimed': 199 });
    const winner = racers[answers.indexOf('ok')]?.actor;
    const winnerId = winner?.kind === 'person' ? winner.personId : '';
    expect(await rowOf(c, order)).toMatchObject({
      status: 'in_progress',
      assigneePerson: winnerId,
      version: version + 1,
    });
    expect(await counts(c, order)).toEqual({ events: had.events + 1, outbox: had.outbox + 1 });
    const quotas = await c.engine.reader.select().from(orderQuota);
    const claims = quotas.filter((row) => row.key.startsWith('claims:'));
    expect(claims.filter((row) => row.used !== 0)).toEqual([{ key: claimQuotaKey(winnerId), used: 1 }]);
    expect((await verifyHistory(c.engine.reader)).misfits).toEqual([]);
    // "in one second" is measured by the bench; here a loaded machine must not turn it into minutes.
    expect(tookMs).toBeLessThan(15_000);
  });

  it('and one volunteer who claims eight at once gets three', async () => {
    const c = await community();
    const offered: Made[] = [];
    for (let i = 0; i < 8; i++) offered.push(await anOrder(c, { state: 'offered' }));
    const answers = await Promise.all(offered.map((order) => answerOf(perform(c, 'mali', 'claim', order))));
    expect(tally(answers)).toEqual({ ok: 3, 'order.claim_limit': 5 });
    expect(await quota(c, claimQuotaKey(c.idOf('mali')))).toBe(3);
  });
});

describe('two people at once', () => {
  type Side = [who: string | 'holder', action: Action, more?: Record<string, unknown>];
  const races: { state: Parameters<typeof anOrder>[1]; a: Side; b: Side; lost: string[]; ends: string[] }[] = [
    {
      state: { state: 'assigned' },
      a: ['gaofeng', 'sign'],
      b: ['limin', 'reassign'],
      lost: ['order.stale', 'order.not_found'],
      ends: ['in_progress', 'assigned'],
    },
    {
      state: { state: 'assigned' },
      a: ['gaofeng', 'sign'],
      b: ['second-property', 'sign'],
      lost: ['order.not_in_state', 'order.stale'],
      ends: ['in_progress'],
    },
    {
      state: { state: 'assigned' },
      a: ['gaofeng', 'sign'],
      b: ['holder', 'withdraw'],
      lost: ['order.not_in_state', 'order.stale', 'order.not_found'],
      ends: ['in_progress', 'withdrawn'],
    },
    {
      state: { state: 'awaiting_verification' },
      a: ['zhengshucheng', 'pass'],
      b: ['second-verifier', 'rework'],
      // What was sent back is in nobody's sight who only verifies.
      lost: ['order.not_in_state', 'order.stale', 'order.not_found'],
      ends: ['awaiting_rating', 'in_progress'],
    },
    {
      state: { state: 'awaiting_rating' },
      a: ['holder', 'rate', { solved: 'no', stars: 1, reason: 'not_fixed' }],
      b: ['chenchen', 'callback'],
      lost: ['order.not_in_state', 'order.stale', 'order.already_rated'],
      ends: ['submitted', 'closed'],
    },
    {
      state: { state: 'offered' },
      a: ['liuyang', 'claim'],
      b: ['limin', 'assign'],
      lost: ['order.already_claimed', 'order.not_in_state', 'order.stale'],
      ends: ['in_progress', 'assigned'],
    },
    {
      state: { state: 'submitted' },
      a: ['limin', 'assign'],
      b: ['holder', 'withdraw'],
      lost: ['order.not_in_state', 'order.stale'],
      ends: ['assigned', 'withdrawn'],
    },
  ];

  it.each(races)('$a.0 $a.1 and $b.0 $b.1: one is done, the other told', async ({ state, a, b, lost, ends }) => {
    const c = await community();
    const won = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const order = await anOrder(c, state);
      const had = await counts(c, order);
      const { version } = await rowOf(c, order);
      const sides = round % 2 === 0 ? [a, b] : [b, a];
      const ready = await Promise.all(sides.map(async ([who]) => (who === 'holder' ? order.holder : c.as(who))));
      const answers = await Promise.all(
        sides.map(([, action, more], i) =>
          answerOf(perform(c, ready[i] ?? order.holder, action, order, { version, ...more })),
        ),
      );
      expect(
        answers.filter((answer) => answer === 'ok'),
        answers.join(),
      ).toHaveLength(1);
      expect(lost).toContain(answers.find((answer) => answer !== 'ok'));
      const row = await rowOf(c, order);
      expect(ends).toContain(row.status);
      won.add(row.status);
      expect(await counts(c, order)).toEqual({ events: had.events + 1, outbox: had.outbox + 1 });
      for (const table of [orderAssignment, orderOffer] as const) {
        const open = await c.engine.reader
          .select({ endedAt: table.endedAt })
          .from(table)
          .where(eq(table.orderId, row.id));
        expect(open.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
      }
    }
    expect((await verifyHistory(c.engine.reader)).misfits).toEqual([]);
  });

  it('who only say something, both do', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    const [limin, gaofeng] = [await c.as('limin'), await c.as('gaofeng')];
    const said = await Promise.all([
      ...Array.from({ length: 4 }, () => answerOf(perform(c, limin, 'note', order))),
      ...Array.from({ length: 4 }, () => answerOf(perform(c, gaofeng, 'contact', order))),
      ...Array.from({ length: 4 }, () => answerOf(perform(c, order.holder, 'note', order))),
    ]);
    expect(tally(said)).toEqual({ ok: 12 });
    expect((await eventsOf(c, order)).map((event) => event.seq)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect((await verifyHistory(c.engine.reader)).misfits).toEqual([]);
  });

  it('who nudge in the name of one resident are counted once', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    const said = await Promise.all(Array.from({ length: 6 }, () => answerOf(perform(c, order.holder, 'nudge', order))));
    expect(tally(said)).toEqual({ ok: 1, 'order.already_nudged': 5 });
    expect((await rowOf(c, order)).nudgeCount).toBe(1);
  });
});

describe('many who submit at once', () => {
  const submit = (c: Community, n: number, more: Record<string, unknown> = {}) =>
    submitOrder(c.ctx({ kind: 'anonymous' }, { caller: { address: `198.51.${n >> 8}.${n & 255}` } }), {
      item: '0802',
      words: '挪车',
      place: placeInC,
      clientId: newId(),
      ...more,
    });

  it('get numbers without a gap and without a double, refusals take none', async () => {
    const c = await community();
    const many = 40;
    const bad = { place: { areaCode: '320371003208' } };
    const sent = await Promise.all(
      Array.from({ length: many + 8 }, (_, n) => {
        const done = submit(c, n, n % 6 === 5 ? bad : {});
        return done.then(
          (order) => order.code,
          (error: unknown) => (isDomainError(error) ? null : Promise.reject(error)),
        );
      }),
    );
    const codes = sent.filter((code): code is string => code !== null).sort();
    expect(codes).toEqual(Array.from({ length: many }, (_, i) => `PL20240115-${String(i + 1).padStart(4, '0')}`));
  });

  it('with one account get ten, also all at once', async () => {
    const c = await community();
    const ctx = await c.as('zhoujianguo');
    const said = await Promise.all(
      Array.from({ length: 16 }, () =>
        answerOf(submitOrder(ctx, { item: '0802', words: '挪车', place: placeInC, clientId: newId() })),
      ),
    );
    expect(tally(said)).toEqual({ ok: 10, 'order.open_limit': 6 });
    expect(await quota(c, `requester:${c.idOf('zhoujianguo')}`)).toBe(10);
  });

  it('with one key from one browser make one order', async () => {
    const c = await community();
    const clientId = newId();
    const sent = await Promise.all(Array.from({ length: 8 }, () => submit(c, 1, { clientId })));
    for (const answer of sent) expect(answer).toEqual(sent[0]);
    expect(await eventsOf(c, { code: sent[0]?.code ?? '' })).toHaveLength(1);
    expect((await submit(c, 1)).code).toBe('PL20240115-0002');
  });

  it('start each day at one', async () => {
    const c = await community();
    expect((await submit(c, 1)).code).toBe('PL20240115-0001');
    c.clock.set(Date.parse('2024-01-15T23:59:59.999+08:00'));
    expect((await submit(c, 2)).code).toBe('PL20240115-0002');
    c.clock.advance(1);
    expect((await submit(c, 3)).code).toBe('PL20240116-0001');
  });
});
