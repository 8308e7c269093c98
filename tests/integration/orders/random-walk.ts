import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { availableActions } from '@/lib/orders/decide';
import { orderFacts } from '@/lib/orders/facts';
import type { SubmitOrderInput } from '@/lib/orders/input';
import { loadSeen } from '@/lib/orders/queries/get-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import type { Action } from '@/lib/orders/workflow';
import type { Random } from '@/seeds/demo/random';
import type { Community } from '@/tests/support/community';
import { bodies, cellC, type Made, perform } from '@/tests/support/orders';

const hour = 3_600_000;

/** Who takes part in a walk beside the requester and the clock. */
const walkers =
  'limin chenchen second-clerk gaofeng second-property zhaoqiang worker-and-volunteer liuyang mali plumber zhengshucheng second-verifier verifier-of-property shuji jiedao'.split(
    ' ',
  );

const residents = ['zhoujianguo', 'newcomer', 'family-zheng', 'wangguilan'];

async function submitAny(c: Community, random: Random): Promise<Made> {
  const items: [string, number][] = [
    ['0802', 6],
    ['0803', 2],
    ['0902', 2],
    ['1002', 2],
    ['1202', 1],
    ['0801', 1],
    ['1503', 7],
    ['1302', 1],
  ];
  const input: SubmitOrderInput = {
    item: random.weighted(items),
    words: '随机走一遍。',
    place: {
      areaCode: random.weighted([
        [`${cellC}-05`, 5],
        [`${cellC}-05-2-302`, 2],
        ['320371003208001-03', 2],
        ['320371003208901', 1],
      ] as const),
    },
    clientId: newId(),
    confidential: random.chance(0.15),
    ...(random.chance(0.15) ? { about: { unit: random.pick(['PL-PROP', 'PL-COMM', 'PL-HALL']) } } : {}),
  };
  const who = random.weighted([
    ['code', 4],
    ['resident', 3],
    ['proxy', 2],
    ['patrol', 1],
  ] as const);
  let ctx = c.ctx({ kind: 'anonymous' }, { caller: { address: `203.0.113.${random.int(1, 250)}` } });
  if (who === 'resident') ctx = await c.as(random.pick(residents));
  if (who === 'proxy') ctx = await c.as(random.pick(['chenchen', 'limin']));
  if (who === 'patrol') ctx = await c.as('zhaoqiang');
  const done = await submitOrder(ctx, {
    ...input,
    ...(who === 'patrol' ? { channel: 'patrol' as const } : {}),
    ...(who === 'proxy' ? { proxy: { knownBy: 'phone' as const, consentAt: '2024-01-15T08:00:00+08:00' } } : {}),
    ...(who === 'patrol' ? {} : { contact: { phone: `1007000000${random.int(1, 9)}` } }),
  });
  const holder = await openByCode(c.ctx({ kind: 'anonymous' }), { code: done.queryCode, pin: done.pin });
  return { ...done, holder: c.ctx(holder) };
}

/** Bodies that differ from walk to walk, where the way forks on what is carried. */
function bodyOf(action: Action, random: Random, now: number): Record<string, unknown> {
  const solved = random.weighted([
    ['yes', 3],
    ['partly', 1],
    ['no', 4],
  ] as const);
  const outOf = <T>(...list: T[]) => random.pick(list);
  switch (action) {
    case 'rate':
      return { solved, stars: random.int(1, 5), reason: 'not_fixed' };
    case 'callback':
      return random.chance(0.3)
        ? { reached: false, solved: undefined, stars: undefined }
        : { solved, stars: random.int(1, 5) };
    case 'assign':
      return {
        handler: outOf({ unit: 'PL-PROP' }, { person: 'zhaoqiang' }, { unit: 'PL-SANI' }),
        reason: '随机选的。',
      };
    case 'reassign':
      return random.chance(0.5)
        ? { handler: outOf({ unit: 'PL-PROP' }, { person: 'zhaoqiang' }) }
        : { handler: undefined, offer: { cells: 'own', skills: [] } };
    case 'offer':
      return { cells: outOf('own', 'neighbours', 'community'), skills: outOf([], [], ['driving']) };
    case 'return':
      return { reason: outOf('R1', 'R6', 'R8') };
    case 'classify':
      return outOf<Record<string, unknown>>({ item: '0802' }, { item: '1002' }, { about: { unit: 'PL-PROP' } }, {});
    case 'submit_evidence':
      return {
        outcome: outOf('resolved', 'explained'),
        missing: ['document', 'signature', 'photo_before', 'photo_after', 'ref_no'].map((kind) => ({
          kind,
          reason: '现场没有条件。',
        })),
      };
    case 'ask_extension':
      return { reason: outOf('materials', 'weather', 'party_away'), days: random.int(1, 5) };
    case 'suspend':
      return { resumeOn: shanghaiDate(now + random.int(1, 9) * 24 * hour) };
    case 'pass':
      return { waiver: '现场看过，确实已经办好，缺的材料不影响。' };
    default:
      return bodies[action];
  }
}

/** How often an action is taken when it comes up: what ends a walk, or leads nowhere, less often; 1 where not named. */
const taken: Partial<Record<Action, number>> = {
  withdraw: 0.02,
  decline: 0.12,
  note: 0.03,
  nudge: 0.05,
  amend: 0.1,
  classify: 0.15,
  contact: 0.3,
  arrive: 0.4,
  leave: 0.4,
  ask_info: 0.3,
  suspend: 0.1,
  recall: 0.12,
  reassign: 0.15,
  release: 0.6,
  // Two orders are needed; they have walks of their own.
  merge: 0,
  unmerge: 0,
  // There is one community here, and nowhere else to go to.
  transfer: 0,
  escalate: 0.04,
  split: 0,
  return: 0.2,
};
/** The rule may dispatch as well, but a clock in the walk only closes, and lets go on. */
const closes = ['close_unrated', 'close_no_info', 'resume'] as readonly Action[];

export interface Step {
  order: string;
  action: Action;
  by: string;
  /** `ok`, or the code and reason of the refusal. */
  answer: string;
}

/**
 * One order's life by chance: at each step somebody does one of the things that they are offered. The clock moves by
 * minutes to days. @returns the order and what each step answered
 */
export async function walk(c: Community, random: Random, length: number): Promise<{ made: Made; steps: Step[] }> {
  const made = await submitAny(c, random);
  const people: [string, Context][] = [
    ['holder', made.holder],
    ['clock', c.ctx({ kind: 'system', name: 'clock' })],
  ];
  for (const key of walkers) people.push([key, await c.as(key)]);
  const steps: Step[] = [];
  for (let tries = 0; steps.length < length && tries < length * 2; tries++) {
    c.clock.advance(
      random.weighted([
        [hour / 15, 6],
        [3 * hour, 3],
        [26 * hour, 1],
        [9 * 24 * hour, 0.8],
      ] as const),
    );
    // The two who move an order without the staff come first as often as not.
    const asked = random.chance(0.5) ? [...people.slice(0, 2), ...random.shuffle(people)] : random.shuffle(people);
    for (const [by, ctx] of asked) {
      const seen = await loadSeen(ctx, made.code).catch(() => null);
      const offered = seen ? availableActions(orderFacts(seen.order, c.clock.now(), ctx.actor), seen.standing) : [];
      const worth = offered.filter((action) =>
        by === 'clock' ? closes.includes(action) : random.chance(taken[action] ?? 1),
      );
      if (worth.length === 0) continue;
      const action = random.pick(worth);
      const answer = await perform(c, ctx, action, made, bodyOf(action, random, c.clock.now())).then(
        () => 'ok',
        (error: unknown) => {
          if (!isDomainError(error)) throw error;
          return `${error.code} ${error.reason}`;
        },
      );
      steps.push({ order: made.code, action, by, answer });
      break;
    }
  }
  return { made, steps };
}
