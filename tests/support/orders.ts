import { and, asc, count, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { auditEntry } from '@/lib/audit/tables';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { isDrawn } from '@/lib/orders/answer';
import { closeNoInfo } from '@/lib/orders/commands/close-no-info';
import { closeUnrated } from '@/lib/orders/commands/close-unrated';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import type { OrderEventData } from '@/lib/orders/events';
import type { OrderRow } from '@/lib/orders/facts';
import type { SubmitOrderInput } from '@/lib/orders/input';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import * as tables from '@/lib/orders/tables';
import { verbs } from '@/lib/orders/verbs';
import type { OrderSummary } from '@/lib/orders/view';
import type { Action } from '@/lib/orders/workflow';
import { outboxMessage } from '@/lib/outbox/tables';
import { replayKey } from '@/lib/replay/tables';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import type { Community } from './community';

/** Cell C, building 5: 郑书成 verifies, 赵强 is the grid worker, 坡里物业 repairs, 刘洋 and 马丽 volunteer. */
export const cellC = '320371003208005';
export const placeInC = { areaCode: `${cellC}-05` };
/** 挪车: decided by words, so that no photo is needed on the way. */
export const plainItem = '0802';
/** The item of an order on which an action is tried: of days, where an extension of four hours would come too late. */
export const itemFor = (action: Action): string => (action.endsWith('_extension') ? '1503' : plainItem);

export interface Made {
  code: string;
  queryCode: string;
  pin?: string;
  /** The requester, who holds the query code. */
  holder: Context;
}

let submits = 0;

/** Submits as somebody without a login, from an address and with a phone of their own. */
export async function submitted(
  c: Community,
  input: Partial<SubmitOrderInput> = {},
  from: Partial<Context> = {},
): Promise<Made> {
  const n = ++submits;
  const ctx = c.ctx({ kind: 'anonymous' }, { caller: { address: `198.51.${n >> 8}.${n & 255}` }, ...from });
  const done = await submitOrder(ctx, {
    item: plainItem,
    words: '楼下有车堵住了单元门，请帮忙联系车主。',
    place: placeInC,
    contact: { name: '测试人', phone: `1008${String(n).padStart(7, '0')}` },
    clientId: newId(),
    ...input,
  });
  const { code, queryCode, pin } = done;
  const holder = await openByCode(c.ctx({ kind: 'anonymous' }), { code: queryCode, pin });
  return { code, queryCode, pin, holder: c.ctx(holder) };
}

/** The row as it stands. */
export async function rowOf(c: Community, order: Pick<Made, 'code'>): Promise<OrderRow> {
  const [row] = await c.engine.reader.select().from(tables.orders).where(eq(tables.orders.code, order.code));
  if (!row) throw new RangeError(`there is no order ${order.code}`);
  return row;
}

/** The events of an order, oldest first, with their data read. */
export async function eventsOf(c: Community, order: Pick<Made, 'code'>) {
  const { id } = await rowOf(c, order);
  const { orderEvent } = tables;
  const rows = await c.engine.reader
    .select()
    .from(orderEvent)
    .where(eq(orderEvent.orderId, id))
    .orderBy(orderEvent.seq);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }));
}

/** The data of the latest event of a type. */
export async function lastEvent<T extends keyof OrderEventData>(
  c: Community,
  order: Pick<Made, 'code'>,
  type: T,
): Promise<OrderEventData[T]> {
  const found = (await eventsOf(c, order)).findLast((event) => event.type === type);
  if (!found) throw new RangeError(`${order.code} has no ${type}`);
  return found.data as OrderEventData[T];
}

/** A small photo of its own, stored through the command. */
export async function aPhoto(c: Community, by = c.ctx()): Promise<string> {
  const shade = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: 90 };
  const bytes = await sharp({ create: { width: 16, height: 12, channels: 3, background: shade } })
    .png()
    .toBuffer();
  return (await storeUpload(by, { bytes })).id;
}

/** What each action carries when nothing else is said. */
export const bodies: Readonly<Record<Action, Record<string, unknown>>> = {
  classify: { item: '0801' },
  amend: { words: '改一下：是北面的单元门。' },
  ask_info: { words: '请问是几号楼？' },
  supplement: { words: '是五号楼。' },
  decline: { reason: 'private', words: '属于私人之间的约定。', rightPlace: '人民法院' },
  appeal: { reason: '我认为属于公共事务。' },
  offer: { cells: 'own', skills: [] },
  assign: { handler: { unit: 'PL-PROP' } },
  claim: {},
  sign: {},
  reassign: { handler: { unit: 'PL-SANI' }, reason: '换一家更近的。' },
  recall: { reason: '派错了。' },
  contact: { how: 'phone', reached: true },
  arrive: { reason: '手机没有定位。' },
  leave: { reason: '手机没有定位。' },
  return: { reason: 'R1', basis: '不归本单位管。' },
  release: { reason: '临时有事。' },
  ask_extension: { reason: 'materials', days: 3 },
  grant_extension: {},
  refuse_extension: { reason: '材料今天就能到，不用延期。' },
  suspend: { reason: '等厂家的配件到货。', resumeOn: '2024-03-01' },
  resume: {},
  note: { words: '补充一句。' },
  submit_evidence: { outcome: 'resolved', pieces: [{ kind: 'text', text: '已联系车主，车已挪走。' }] },
  pass: {},
  rework: { reason: 'not_solved_on_site', words: '现场看车还停在原处，没有挪走。' },
  rate: { solved: 'yes', stars: 5 },
  callback: { via: 'phone', reached: true, solved: 'yes', stars: 4, words: '电话里说已经解决。' },
  close_unrated: {},
  close_no_info: {},
  reopen: { reason: '又堵上了。' },
  nudge: {},
  transfer: { to: '320371003208', reason: '地点在另一个社区的范围里。' },
  escalate: { reason: '要几个部门一起来，社区协调不动。' },
  merge: {},
  unmerge: {},
  supervise: { colour: 'yellow', owner: 'limin', replyBy: '2030-01-02T10:00:00+08:00' },
  split: { parts: [{ words: '先把车位锁拆下来。' }] },
  withdraw: { reason: '已经自己解决了。' },
};

/** Does one action as `who`, on the order as it stands now. */
export async function perform(
  c: Community,
  who: string | Context,
  action: Action,
  order: Pick<Made, 'code'>,
  more: Record<string, unknown> = {},
): Promise<OrderSummary> {
  const ctx = typeof who === 'string' ? await c.as(who) : who;
  if (action === 'close_unrated') return closeUnrated(ctx, { code: order.code });
  if (action === 'close_no_info') return closeNoInfo(ctx, { code: order.code });
  const verb = verbs.find((v) => v.action === action);
  if (!verb) throw new RangeError(`no verb does ${action}`);
  const { version } = await rowOf(c, order);
  // A main order of its own, where none is named.
  if (action === 'merge' && !more.main) more = { ...more, main: (await submitted(c)).code };
  return verb.run(ctx, { code: order.code, version, clientId: newId(), ...bodies[action], ...more } as never);
}

/** The states to which an action leads; `merged` has none yet. */
export const reachable = [
  'submitted',
  'need_info',
  'offered',
  'assigned',
  'in_progress',
  'suspended',
  'awaiting_verification',
  'awaiting_rating',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type Reachable = (typeof reachable)[number];

export interface Wish extends Partial<SubmitOrderInput> {
  state?: Reachable;
  /** Who works on it: 坡里物业 through 高峰, or the volunteer 刘洋. */
  holder?: 'unit' | 'volunteer';
  /** How a closed order was closed; `unrated` moves the clock to the end of its rating window. */
  closing?: 'rated' | 'unrated';
  /** Whether its passing is drawn for the sample of call-backs; one in ten is where nothing is said. */
  drawn?: boolean;
}

type Step = [who: string | 'holder', action: Action, more?: Record<string, unknown>];
const dispatch = { unit: ['limin', 'assign'], volunteer: ['limin', 'offer'] } as const satisfies Record<string, Step>;
const take = { unit: ['gaofeng', 'sign'], volunteer: ['liuyang', 'claim'] } as const satisfies Record<string, Step>;
const finish = {
  unit: ['gaofeng', 'submit_evidence'],
  volunteer: ['liuyang', 'submit_evidence'],
} as const satisfies Record<string, Step>;

/** The way to each state, through commands alone; `merged` has none yet. */
function wayTo(state: Reachable, by: 'unit' | 'volunteer'): readonly Step[] {
  const inProgress = [dispatch[by], take[by]];
  const verified = [...inProgress, finish[by], ['zhengshucheng', 'pass']] as const satisfies readonly Step[];
  const ways: Record<Reachable, readonly Step[]> = {
    submitted: [],
    need_info: [['limin', 'ask_info']],
    offered: [dispatch.volunteer],
    assigned: [dispatch.unit],
    in_progress: inProgress,
    suspended: [...inProgress, ['limin', 'suspend']],
    awaiting_verification: [...inProgress, finish[by]],
    awaiting_rating: verified,
    closed: [...verified, ['holder', 'rate']],
    declined: [['limin', 'decline']],
    withdrawn: [['holder', 'withdraw']],
  };
  return ways[state];
}

/** An order in the state that is wished, brought there by the commands; the clock stands still but for `unrated`. */
export async function anOrder(c: Community, wish: Wish = {}): Promise<Made> {
  const { state = 'submitted', holder = 'unit', closing = 'rated', drawn, ...input } = wish;
  let made = await submitted(c, input);
  while (drawn !== undefined && isDrawn(await rowOf(c, made)) !== drawn) made = await submitted(c, input);
  const unrated = state === 'closed' && closing === 'unrated';
  for (const [who, action, more] of wayTo(unrated ? 'awaiting_rating' : state, holder)) {
    await perform(c, who === 'holder' ? made.holder : who, action, made, more);
  }
  if (unrated) {
    c.clock.set((await rowOf(c, made)).ratingUntil ?? c.clock.now());
    await perform(c, c.ctx({ kind: 'system', name: 'clock' }), 'close_unrated', made);
  }
  return made;
}

/** How many events the order has, and how many messages wait in all. */
export async function counts(c: Community, order: Pick<Made, 'code'>): Promise<{ events: number; outbox: number }> {
  const { id } = await rowOf(c, order);
  const { orderEvent } = tables;
  const [events] = await c.engine.reader.select({ n: count() }).from(orderEvent).where(eq(orderEvent.orderId, id));
  const [outbox] = await c.engine.reader.select({ n: count() }).from(outboxMessage);
  return { events: events?.n ?? 0, outbox: outbox?.n ?? 0 };
}

const { orders, defaultRoute: _, ...side } = tables;
type Plain = typeof tables.orderNote;

/** Every row that an action could touch, whole, as text: all orders, all their side tables, outbox, replay keys, audit. */
export async function snapshot(c: Community): Promise<Record<string, string>> {
  const all = { orders, ...side, outboxMessage, replayKey, auditEntry };
  const found: Record<string, string> = {};
  for (const [name, table] of Object.entries(all)) {
    // The tables have nothing in common but that a row is plain data.
    const rows = await c.engine.reader.select().from(table as unknown as Plain);
    found[name] = rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  }
  return found;
}

/** The value of a guarded counter; 0 when it never was. */
export async function quota(c: Community, key: string): Promise<number> {
  const { orderQuota } = tables;
  const [row] = await c.engine.reader.select().from(orderQuota).where(eq(orderQuota.key, key));
  return row?.used ?? 0;
}

/** Who took which part. */
export async function partsOf(c: Community, order: Pick<Made, 'code'>, part: 'handled' | 'verified' | 'declared_tie') {
  const { id } = await rowOf(c, order);
  const { orderPart } = tables;
  const rows = await c.engine.reader
    .select({ personId: orderPart.personId })
    .from(orderPart)
    .where(and(eq(orderPart.orderId, id), eq(orderPart.part, part)))
    .orderBy(asc(orderPart.personId));
  return rows.map((row) => row.personId);
}
