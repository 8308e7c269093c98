import type { Channel } from '@/lib/orders/status';
import { parkCode } from './geography-plan';
import { type PlanItem, planItem } from './plan-items';
import type { Pinned } from './plan-pinned';
import { cellOf, quarterCells } from './plan-places';
import { historyChannels, historyItems } from './plan-quota';
import { daysAtLeast } from './plan-room';
import { channelOpen, drawSlots, type Slot } from './plan-slots';
import { styleOf, topicsFor } from './plan-words';
import type { Random } from './random';

/** Item, channel, cell and day of one order of the history. */
export interface Job {
  item: PlanItem;
  channel: Channel;
  cell: string;
  slot: Slot;
  /** An order that is told apart: whose it is, and which topic. */
  pinned?: Pinned;
}

/** Items that a grid worker finds on the round and does not handle as well. */
const patrolItems = new Set([
  '0103',
  '0301',
  '0302',
  '0303',
  '0305',
  '0401',
  '0402',
  '0403',
  '0501',
  '0601',
  '0602',
  '0604',
  '0702',
  '0801',
  '0802',
  '0804',
  '1203',
  '1204',
  '0304',
  '1501',
  '1502',
  '1503',
]);
const hotlineItems = new Set(['0501', '0503', '0601', '0604', '0701', '0802', '0803', '1302', '1501', '1503', '0402']);
/** Told to nobody's chat group. */
const privateItems = new Set(['1002', '1102', '1202', '1104']);

/** How often something happens in the park rather than where people live. */
const parkShare: Readonly<Record<string, number>> = {
  '0301': 0.1,
  '0303': 0.34,
  '0304': 0.2,
  '0401': 0.08,
  '0601': 0.12,
  '0602': 0.2,
  '0603': 0.15,
  '0604': 0.15,
  '1204': 0.2,
  '1501': 0.2,
  '1502': 1,
  '1503': 0.2,
};

const byHouseholds: readonly (readonly [string, number])[] = [
  [cellOf('001'), 320],
  [cellOf('002'), 320],
  [cellOf('003'), 310],
  [cellOf('004'), 310],
  [cellOf('005'), 460],
  [cellOf('006'), 380],
];
const byElders: readonly (readonly [string, number])[] = [
  [cellOf('001'), 12],
  [cellOf('002'), 12],
  [cellOf('003'), 10],
  [cellOf('004'), 10],
  [cellOf('005'), 44],
  [cellOf('006'), 12],
];

const mayCome = (item: string, channel: Channel): boolean => {
  if (channel === 'power') return item === '0901';
  if (channel === 'patrol') return patrolItems.has(item);
  if (channel === 'hotline') return hotlineItems.has(item);
  if (channel === 'chat' || channel === 'representative') return !privateItems.has(item);
  return true;
};

function drawCell(item: string, channel: Channel, random: Random): string {
  if (item === '0502' || item === '1303') return cellOf('006');
  if (channel !== 'representative' && random.chance(parkShare[item] ?? 0)) return parkCode;
  return random.weighted(item.startsWith('09') ? byElders : byHouseholds);
}

/** Spreads the channels over the items: the narrow ones first, the rest as it falls. */
function pairChannels(items: readonly string[], pinned: readonly Pinned[], random: Random) {
  const left = new Map(historyChannels());
  const open = random.shuffle(items);
  const pairs: { item: string; channel: Channel; pinned?: Pinned }[] = [];
  const take = (item: string, channel: Channel, pin?: Pinned) => {
    const at = open.indexOf(item);
    const count = left.get(channel) ?? 0;
    if (at < 0 || count === 0) throw new RangeError(`no ${item} by ${channel} left`);
    open.splice(at, 1);
    left.set(channel, count - 1);
    pairs.push({ item, channel, pinned: pin });
  };
  for (const pin of pinned) take(pin.item, pin.channel, pin);
  for (const channel of ['power', 'patrol', 'hotline'] as const) {
    while ((left.get(channel) ?? 0) > 0) {
      const fitting = open.filter((item) => mayCome(item, channel));
      take(random.pick(fitting), channel);
    }
  }
  // 1502 is found in the park, where nobody represents a quarter; private matters are brought in person.
  const rest = random.shuffle([...left].flatMap(([channel, count]) => Array<Channel>(count).fill(channel)));
  const picky = (item: string) => (privateItems.has(item) || item === '1502' ? 0 : 1);
  for (const item of [...open].sort((a, b) => picky(a) - picky(b))) {
    const at = rest.findIndex(
      (channel) => mayCome(item, channel) && !(item === '1502' && channel === 'representative'),
    );
    const [channel] = rest.splice(Math.max(at, 0), 1);
    if (at < 0 || !channel) throw new RangeError(`no channel left for ${item}`);
    pairs.push({ item, channel, pinned: undefined });
  }
  return pairs;
}

/** Summer rain and heat: twice the weight (5.2). */
const seasonWeight = (item: string, month: number): number =>
  (item === '0604' || item === '0702') && (month === 7 || month === 8) ? 2 : 1;

function mayFall(job: Omit<Job, 'slot'>, slot: Slot): boolean {
  const { item, channel, pinned } = job;
  if (pinned?.days && (slot.date < pinned.days[0] || slot.date > pinned.days[1])) return false;
  if (item.code === '1402' && ![8, 11, 12].includes(slot.month)) return false;
  if (!channelOpen(channel, slot) || slot.workdaysLeft < daysAtLeast(job)) return false;
  return topicsFor(item.code, styleOf(channel), job.cell, slot.month).length > 0;
}

/**
 * The 440 jobs of the history in the order of their days. What has the fewest days to choose from chooses first.
 * @throws RangeError when the quotas cannot be met, which is a mistake in the tables above
 */
export function assembleJobs(random: Random, pinned: readonly Pinned[]): Job[] {
  const slots = new Set(drawSlots(random.fork('slots'), historyItems().length));
  const pairs = pairChannels(historyItems(), pinned, random.fork('channels'));
  const cells = random.fork('cells');
  const waiting = pairs.map(({ item, channel, pinned: pin }) => {
    let cell = pin?.cell ?? drawCell(item, channel, cells);
    // Some items have no words for every place; then it happens where people live.
    if (topicsFor(item, styleOf(channel), cell, 12).length + topicsFor(item, styleOf(channel), cell, 8).length === 0) {
      cell = quarterCells[cells.int(0, quarterCells.length - 1)] ?? cell;
    }
    return { item: planItem(item), channel, cell, pinned: pin };
  });
  const narrow = (job: (typeof waiting)[number]) =>
    (job.pinned?.days ? 1000 : 0) +
    (['0704', '1402'].includes(job.item.code) ? 500 : 0) +
    daysAtLeast(job) * 10 +
    (channelOpen(job.channel, { workday: false } as Slot) ? 0 : 5);
  const jobs: Job[] = [];
  const days = random.fork('days');
  for (const job of [...waiting].sort((a, b) => narrow(b) - narrow(a))) {
    const fitting = [...slots].filter((slot) => mayFall(job, slot));
    const slot = days.weighted(fitting.map((one) => [one, seasonWeight(job.item.code, one.month)] as const));
    slots.delete(slot);
    jobs.push({ ...job, slot });
  }
  return jobs.sort((a, b) => a.slot.day - b.slot.day);
}
