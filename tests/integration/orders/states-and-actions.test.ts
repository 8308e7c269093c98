import { describe, expect, it } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import type { Relation } from '@/lib/orders/relation';
import { type Action, actions } from '@/lib/orders/workflow';
import { type Community, community } from '@/tests/support/community';
import { expectedActions } from '@/tests/support/expected-matrix';
import { seen } from '@/tests/support/expected-sight';
import {
  anOrder,
  counts,
  itemFor,
  type Made,
  perform,
  type Reachable,
  reachable,
  rowOf,
  snapshot,
} from '@/tests/support/orders';
import { addOtherCommunity, otherCell } from '@/tests/support/other-community';

const held: readonly Reachable[] = ['assigned', 'in_progress', 'suspended', 'awaiting_verification', 'awaiting_rating'];
const signed: readonly Reachable[] = ['in_progress', 'suspended', 'awaiting_verification', 'awaiting_rating', 'closed'];
const verified: readonly Reachable[] = ['awaiting_rating', 'closed'];

/** How each of these people stands to an order of cell C that went through 坡里物业 and 郑书成, by hand. */
const people: Record<string, (state: Reachable) => Relation[]> = {
  limin: () => ['dispatcher'],
  chenchen: () => ['hall'],
  zhaoqiang: () => ['cell_staff'],
  qianfang: () => [],
  gaofeng: (state) => [
    ...(held.includes(state) || state === 'closed' ? (['assignee'] as const) : []),
    ...(signed.includes(state) ? (['handled'] as const) : []),
  ],
  zhengshucheng: (state) => ['verifier', ...(verified.includes(state) ? (['verified'] as const) : [])],
  luping: () => [],
  liuyang: (state) => (state === 'offered' ? ['candidate'] : []),
  young: () => [],
  shuji: () => ['secretary'],
  jiedao: () => ['street'],
  dujuan: () => ['supervisor'],
  auditor: () => ['auditor'],
  zhoujianguo: () => [],
};

/** Some rules can only be met by waiting; the clock is moved before these are tried. */
const later: Partial<Record<Action, number>> = {
  close_unrated: 8 * 86_400_000,
  close_no_info: 8 * 86_400_000,
  // The day that `suspend` names has come.
  resume: 60 * 86_400_000,
};

/** What only an order for which something was asked has. */
const asked: readonly Action[] = ['grant_extension', 'refuse_extension'];

/** What the first right person does from each state, and where it then stands. */
const leadsTo: Partial<Record<Action, Reachable | 'merged'>> = {
  ask_info: 'need_info',
  supplement: 'submitted',
  decline: 'declined',
  appeal: 'submitted',
  offer: 'offered',
  assign: 'assigned',
  claim: 'in_progress',
  sign: 'in_progress',
  reassign: 'assigned',
  recall: 'submitted',
  return: 'submitted',
  release: 'offered',
  suspend: 'suspended',
  resume: 'in_progress',
  submit_evidence: 'awaiting_verification',
  pass: 'awaiting_rating',
  rework: 'in_progress',
  rate: 'closed',
  callback: 'closed',
  close_unrated: 'closed',
  close_no_info: 'closed',
  reopen: 'submitted',
  withdraw: 'withdrawn',
  merge: 'merged',
  transfer: 'submitted',
  escalate: 'submitted',
};

/** Seconds on a machine of its own; a machine that builds something beside it needs longer. */
const slowly = 120_000;

const quiet: readonly Action[] = ['contact', 'arrive', 'leave', 'note', 'nudge', 'supervise'];

async function everybody(c: Community, order: Made, state: Reachable) {
  const named = await Promise.all(
    Object.entries(people).map(async ([key, relations]) => ({
      key,
      ctx: await c.as(key),
      relations: relations(state),
    })),
  );
  return [
    { key: 'holder', ctx: order.holder, relations: ['requester'] as Relation[] },
    { key: 'clock', ctx: c.ctx({ kind: 'system', name: 'clock' }), relations: ['system'] as Relation[] },
    ...named,
  ];
}

/** As the specification has it: sight, right, bar, state; then the rules, which the cases above let pass. */
function expectedCode(action: Action, state: Reachable, relations: Relation[]): 'ok' | string {
  const row = expectedActions[action];
  const street = relations.includes('street');
  // The order is in time, so the street does not see it.
  const sees = street
    ? false
    : seen(state, false, state === 'closed' && relations.includes('assignee') ? ['assignee'] : relations);
  if (!row || !sees) return 'not_found';
  if (!row.may.some((name) => relations.includes(name))) return 'forbidden';
  if (row.never.some((name) => name !== 'kin' && relations.includes(name))) return 'forbidden';
  return row.from.includes(state) ? 'ok' : 'conflict';
}

async function refusalOf(c: Community, ctx: Context, action: Action, order: Made): Promise<string> {
  try {
    await perform(c, ctx, action, order, { main: 'PL20200101-0001' });
    return 'ok';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

describe.each(reachable)('in %s', (state) => {
  it(
    'refuses everything else, and leaves every row as it was',
    async () => {
      const c = await community();
      const order = await anOrder(c, { state });
      const actors = await everybody(c, order, state);
      const before = await snapshot(c);
      const [row, had] = [await rowOf(c, order), await counts(c, order)];
      let refused = 0;
      const differences: string[] = [];
      for (const action of actions) {
        for (const { key, ctx, relations } of actors) {
          const shall = expectedCode(action, state, relations);
          if (shall === 'ok') continue;
          const is = await refusalOf(c, ctx, action, order);
          if (is !== shall) differences.push(`${key} ${action}: ${is}, not ${shall}`);
          refused++;
        }
        expect(await rowOf(c, order), action).toEqual(row);
        expect(await counts(c, order), action).toEqual(had);
      }
      expect(differences).toEqual([]);
      expect(refused).toBeGreaterThan(38 * 16 - 75);
      expect(await snapshot(c)).toEqual(before);
    },
    slowly,
  );
});

/** Each state × action that somebody may: all allowed cells of the table. */
const allowed = reachable.flatMap((state) =>
  actions.filter((action) => expectedActions[action]?.from.includes(state)).map((action) => ({ state, action })),
);

describe('what is allowed', () => {
  it('is 78 pairs of a state that can be reached and an action', () => {
    expect(allowed).toHaveLength(78);
  });

  it(
    'changes status, version, one event and one message, by each right person',
    async () => {
      const c = await community();
      await addOtherCommunity(c);
      let done = 0;
      for (const { state, action } of allowed) {
        const start = c.clock.now();
        const holder = action === 'release' ? 'volunteer' : 'unit';
        const wish = { state, holder, closing: action === 'rate' ? 'unrated' : 'rated' } as const;
        const make = async () => {
          const made = await anOrder(c, { ...wish, item: itemFor(action) });
          if (asked.includes(action)) await perform(c, 'gaofeng', 'ask_extension', made);
          return made;
        };
        const order = await make();
        const actors = await everybody(c, order, state);
        const right =
          action === 'release'
            ? actors.filter(({ key }) => key === 'liuyang')
            : actors.filter(({ relations }) => expectedCode(action, state, relations) === 'ok');
        expect(right.length, `${state} ${action}`).toBeGreaterThan(0);
        for (const [i, { ctx, key, relations }] of right.entries()) {
          const made = i === 0 ? order : await make();
          const more = {
            ...(action === 'merge' ? { main: (await anOrder(c)).code } : {}),
            ...(action === 'transfer' ? { to: otherCell } : {}),
          };
          if (later[action]) c.clock.advance(later[action]);
          const before = await rowOf(c, made);
          const had = await counts(c, made);
          const mine = key === 'holder' ? made.holder : ctx;
          const answer = await perform(c, mine, action, made, more);
          const after = await rowOf(c, made);
          const what = `${key} ${action} from ${state}`;
          expect(after.status, what).toBe(leadsTo[action] ?? state);
          expect(answer, what).toMatchObject({ code: made.code, status: after.status, version: after.version });
          expect(after.version, what).toBe(before.version + (quiet.includes(action) ? 0 : 1));
          expect(after.lastSeq, what).toBe(before.lastSeq + 1);
          // A part is an order, with a message of its own.
          const messages = action === 'split' ? 2 : 1;
          expect(await counts(c, made), what).toEqual({ events: had.events + 1, outbox: had.outbox + messages });
          expect(after.lastHash, what).not.toBe(before.lastHash);
          expect(relations.length + (action === 'release' ? 1 : 0), what).toBeGreaterThan(0);
          c.clock.set(start);
          done++;
        }
      }
      expect(done).toBe(145);
    },
    slowly,
  );
});
