import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { noDue } from '@/lib/orders/clocks';
import { askSuspension } from '@/lib/orders/commands/ask-suspension';
import { recomputeClocks } from '@/lib/orders/commands/recompute-clocks';
import { resumeDueOrders } from '@/lib/orders/commands/resume-due-orders';
import type { OrderRow } from '@/lib/orders/facts';
import { openExtension } from '@/lib/orders/queries/open-asks';
import type { Status } from '@/lib/orders/status';
import { type Random, seededRandom } from '@/seeds/demo/random';
import type { Community } from '@/tests/support/community';
import { type Made, perform, rowOf, submitted } from '@/tests/support/orders';
import { at, text } from '@/tests/unit/calendar/oracle';
import { type Done, DueOracle, type DueTimes, type Limits } from './due-oracle';

const minute = 60_000;
const hour = 60 * minute;

/** As the taxonomy writes them; 坡里物业 or the firm of the item handles them, volunteers where it is offered. */
const items: Record<string, Limits> = {
  '1503': { urgency: 'U3', accept: '4wh', finish: '3wd' },
  '0802': { urgency: 'U3', accept: '30min', finish: '4wh' },
  '0803': { urgency: 'U4', accept: '1wd', finish: '15wd' },
  '0804': { urgency: 'U2', accept: '30min', finish: '1wd' },
  '0604': { urgency: 'U2', accept: '30min', finish: '24h' },
  '1203': { urgency: 'U2', accept: '30min', finish: '1wd first look; 10wd' },
};

/** Days around worked weekends, holidays and a leap day: from any of them a few days lead through both. */
const days =
  '2024-01-12 2024-02-02 2024-02-04 2024-02-08 2024-02-12 2024-02-18 2024-02-29 2024-04-03 2024-04-07 2024-04-27 2024-05-11 2024-06-08 2024-09-13 2024-09-29 2024-10-12 2025-01-24 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11'.split(
    ' ',
  );
/** Before work, its first and last minutes, midday, the evening, the night; and any other. */
const moments = ['00:00', '08:29', '08:30', '11:59', '12:00', '12:47', '13:29', '13:30', '17:59', '18:00', '21:15'];

type Tried = Done['action'] | 'ask_suspension' | 'recount';

/** What may be tried in a state, with how often; some of it is refused now and then, and then moves nothing. */
const ways: Partial<Record<Status, string>> = {
  submitted: 'assign 5 offer 3 ask_info 3 merge 1 note 2 nudge 1 recount 1',
  need_info: 'supplement 4 note 2 nudge 1 recount 1',
  offered: 'claim 5 reassign 2 recall 1 assign 1 merge 1 note 1 recount 1',
  assigned: 'sign 6 contact 1 reassign 2 return 2 recall 1 merge 1 note 1 recount 1',
  in_progress:
    'ask_extension 4 grant_extension 4 refuse_extension 2 suspend 3 ask_suspension 1 submit_evidence 4 return 2 ' +
    'release 4 reassign 2 merge 1 arrive 1 leave 1 contact 1 note 2 nudge 1 recount 2',
  suspended: 'resume 1 resume_by_clock 5 note 1 nudge 1 recount 1',
  awaiting_verification: 'rework 3 pass 3 note 1 recount 1',
  awaiting_rating: 'rate 4 note 1 recount 1',
  merged: 'unmerge 4 recount 1',
};

const weightsOf = (status: Status): [Tried, number][] => {
  const words = (ways[status] ?? '').split(' ');
  return words.flatMap((word, i): [Tried, number][] =>
    i % 2 === 0 && word ? [[word as Tried, Number(words[i + 1])]] : [],
  );
};

export interface Walked {
  done: Map<string, number>;
  /** Where program and specification part; empty when they agree. */
  faults: string[];
}

const columns = (row: OrderRow): DueTimes => ({
  promiseAcceptBy: row.promiseAcceptBy,
  promiseFinishBy: row.promiseFinishBy,
  dispatchBy: row.dispatchBy,
  acceptBy: row.acceptBy,
  milestoneBy: row.milestoneBy,
  finishBy: row.finishBy,
  verifyBy: row.verifyBy,
  needInfoUntil: row.needInfoUntil,
  ratingUntil: row.ratingUntil,
  resumeAt: row.resumeAt,
  dueAt: row.dueAt === noDue ? null : row.dueAt,
});

const shown = (at: number | null): string => (at === null ? 'nothing' : text(at));

const signers: Readonly<Record<string, string>> = { 'PL-PROP': 'gaofeng', 'DHS-UTIL': 'gongshui' };
const volunteers = ['liuyang', 'mali', 'plumber'];

/** Who does it: the one who holds the order, the desk that it lies at, its verifiers, its requester. */
function actorOf(c: Community, row: OrderRow, made: Made, tried: Tried, random: Random): string | Context {
  const desk = row.level === 'street' ? 'jiedao' : 'limin';
  switch (tried) {
    case 'supplement':
    case 'nudge':
    case 'rate':
      return made.holder;
    case 'note':
      return random.chance(0.5) ? made.holder : 'limin';
    case 'claim':
      return random.pick(volunteers);
    case 'rework':
    case 'pass':
      return random.pick(['zhengshucheng', 'second-verifier']);
    case 'grant_extension':
    case 'refuse_extension':
      return row.extensionCount > 0 ? 'jiedao' : desk;
    case 'sign':
    case 'contact':
    case 'arrive':
    case 'leave':
    case 'return':
    case 'release':
    case 'ask_extension':
    case 'ask_suspension':
    case 'submit_evidence': {
      const person = [...volunteers, 'zhaoqiang'].find((key) => c.idOf(key) === row.assigneePerson);
      return person ?? signers[row.assigneeUnit ?? ''] ?? 'chengguan';
    }
    default:
      return desk;
  }
}

/** What it carries, where that differs from time to time. */
function carried(c: Community, tried: Tried, random: Random, main: Made): Record<string, unknown> {
  const handler = random.pick<Record<string, string>>([
    { unit: 'PL-PROP' },
    { unit: 'DHS-DEPT' },
    { person: c.idOf('zhaoqiang') },
  ]);
  const ahead = shanghaiDate(c.clock.now() + random.int(1, 8) * 24 * hour);
  switch (tried) {
    case 'assign':
      return { handler, reason: '随机选的。' };
    case 'reassign':
      return random.chance(0.5) ? { handler } : { handler: undefined, offer: { cells: 'community', skills: [] } };
    case 'offer':
      return { cells: 'community', skills: [] };
    case 'merge':
      return { main: main.code };
    case 'ask_extension':
      return { reason: random.pick(['materials', 'weather', 'party_away']), days: random.int(1, 6) };
    case 'suspend':
      return { resumeOn: ahead };
    case 'ask_suspension':
      return { resumeOn: ahead, reason: '等厂家的配件到货。' };
    case 'return':
      return { reason: random.pick(['R1', 'R2', 'R6']) };
    case 'submit_evidence':
      return { missing: lacking.map((kind) => ({ kind, reason: '现场没有条件。' })) };
    case 'pass':
      return { waiver: '现场看过，确实已经办好，缺的材料不影响。' };
    case 'rate':
      return random.chance(0.8) ? { solved: 'no', stars: 2, reason: 'not_fixed' } : { solved: 'yes', stars: 5 };
    default:
      return {};
  }
}
const lacking = ['document', 'signature', 'photo', 'reading', 'photo_before', 'photo_after', 'ref_no'];

/**
 * One order's life by chance, each step by the real command; after each the due times stand where the specification says.
 * @param main to which it may be joined
 */
export async function walkDueTimes(c: Community, seed: number, steps: number, main: Made): Promise<Walked> {
  const random = seededRandom(seed);
  const item = random.pick(Object.keys(items));
  const start = `${random.pick(days)} ${random.chance(0.7) ? random.pick(moments) : `${String(random.int(7, 19)).padStart(2, '0')}:${random.int(10, 59)}`}`;
  c.clock.set(at(start));
  const made = await submitted(c, { item });
  const limits = items[item];
  if (!limits) throw new RangeError(`no limits of ${item}`);
  const oracle = new DueOracle(limits, at(start));
  const done = new Map<string, number>();
  const faults: string[] = [];
  const trail = [`${item} sent ${start}`];
  let row = await rowOf(c, made);
  // What is urgent is handed over at once by its rule (3.1.5).
  if (row.status === 'assigned') oracle.did({ action: 'auto_assign', at: at(start) });

  const compare = () => {
    const is = columns(row);
    for (const [name, shall] of Object.entries(oracle.times) as [keyof DueTimes, number | null][]) {
      if (is[name] === shall) continue;
      faults.push(`seed ${seed}: ${name} is ${shown(is[name])}, should be ${shown(shall)}, after ${trail.join(' → ')}`);
    }
  };
  compare();
  for (let n = 0; n < steps && faults.length === 0 && ways[row.status] !== undefined; n++) {
    c.clock.advance(
      random.weighted([
        [7 * minute, 5],
        [2 * hour, 4],
        [random.int(9, 30) * hour, 2],
        [random.int(2, 6) * 24 * hour, row.status === 'suspended' ? 4 : 0.5],
      ] as const),
    );
    const tried = random.weighted(weightsOf(row.status));
    const answer = await attempt(c, made, row, tried, random, main);
    trail.push(`${text(c.clock.now())} ${tried}${answer.refused ? ` (${answer.refused})` : ''}`);
    const was = row;
    row = await rowOf(c, made);
    if (!answer.refused) {
      done.set(tried, (done.get(tried) ?? 0) + 1);
      if (was.extensionAskedAt !== null && row.extensionAskedAt === null && row.status !== 'in_progress') {
        done.set('lapse', (done.get('lapse') ?? 0) + 1);
      }
      if (tried !== 'recount' && tried !== 'ask_suspension') {
        const { resumeOn, solved } = answer.body as { resumeOn?: string; solved?: string };
        oracle.did({ action: tried, at: c.clock.now(), days: answer.days, resumeOn, again: solved === 'no' });
      }
    }
    compare();
  }
  return { done, faults };
}

/** Tries one thing. What the program refuses by its rules is an answer; anything else is a fault of the walk. */
async function attempt(c: Community, made: Made, row: OrderRow, tried: Tried, random: Random, main: Made) {
  const body = carried(c, tried, random, main);
  let days = 0;
  try {
    if (tried === 'recount') await recomputeClocks(clockOf(c), { fromDate: '2024-01-01', toDate: '2026-12-31' });
    else if (tried === 'resume_by_clock') {
      if ((await resumeDueOrders(clockOf(c))) === 0) return { refused: 'not yet', body, days };
      if ((await rowOf(c, made)).status === 'suspended') return { refused: 'not yet', body, days };
    } else if (tried === 'ask_suspension') {
      const ctx = await c.as(actorOf(c, row, made, tried, random) as string);
      await askSuspension(ctx, { code: made.code, clientId: newId(), ...body } as Parameters<typeof askSuspension>[1]);
    } else if (tried !== 'auto_assign') {
      const open = tried === 'grant_extension' ? await openExtension(c.engine.reader, row.id) : null;
      days = open?.days ?? 0;
      await perform(c, actorOf(c, row, made, tried, random), tried, made, body);
    }
    return { refused: null, body, days };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { refused: error.reason, body, days };
  }
}

const clockOf = (c: Community): Context => c.ctx({ kind: 'system', name: 'clock' });
