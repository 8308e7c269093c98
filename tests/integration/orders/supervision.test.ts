import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { notice } from '@/lib/notices/tables';
import { lookAtOrders } from '@/lib/orders/commands/look-at-orders';
import { replySupervision } from '@/lib/orders/commands/reply-supervision';
import { getOrder } from '@/lib/orders/queries/get-order';
import { getSupervision } from '@/lib/orders/queries/get-supervision';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listSupervisions } from '@/lib/orders/queries/list-supervisions';
import { supervisionNotice, supervisionReply } from '@/lib/orders/tables';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { account } from '@/lib/people/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { type Community, community } from '@/tests/support/community';
import { anOrder, eventsOf, perform, rowOf, submitted } from '@/tests/support/orders';

/** Fifty transactions that wait for one another need long on a busy machine. */
const slowly = 180_000;
const hour = 3_600_000;
const day = 24 * hour;

const notices = (c: Community) =>
  c.engine.reader.select().from(supervisionNotice).orderBy(asc(supervisionNotice.serial), asc(supervisionNotice.id));

const look = (c: Community) => lookAtOrders(c.ctx({ kind: 'system', name: 'clock' }));

async function drained(c: Community): Promise<void> {
  while ((await drainOutbox(c.ctx({ kind: 'system', name: 'clock' }))) > 0);
}

const inbox = async (c: Community, key: string) =>
  (
    await c.engine.reader
      .select()
      .from(notice)
      .where(eq(notice.personId, c.idOf(key)))
      .orderBy(notice.createdAt, notice.id)
  ).filter(({ kind }) => kind.startsWith('supervision.'));

async function refusal(of: Promise<unknown>): Promise<string> {
  try {
    await of;
    return 'done';
  } catch (error) {
    if (isDomainError(error)) return error.details.issues?.[0]?.reason ?? error.reason;
    throw error;
  }
}

const answer = { calls: '给物业打了两次电话', cause: '配件没有到货', measure: '今天先借用备件', clientId: newId() };

describe('an order that is merged', () => {
  it('comes back with what was asked of it: what a person issued stands, what the clock said stands again', async () => {
    const c = await community();
    const [main, order] = [await submitted(c), await submitted(c)];
    await perform(c, 'dujuan', 'supervise', order, { owner: 'limin', replyBy: c.clock.now() + 9 * day });
    c.clock.set((await rowOf(c, order)).dispatchBy + 1000);
    await look(c);
    const { id } = await rowOf(c, order);
    const own = async () => (await notices(c)).filter(({ orderId }) => orderId === id);
    const standing = async () => (await own()).filter(({ endedAt }) => endedAt === null).map(({ ground }) => ground);
    const before = await standing();
    expect(before).toEqual(['person', 'dispatch']);
    const serials = (await own()).map(({ serial }) => serial);
    await perform(c, 'limin', 'merge', order, { main: main.code });
    await look(c);
    expect(await standing()).toEqual(['person']);
    await perform(c, 'limin', 'unmerge', order);
    await look(c);
    expect(await standing()).toEqual(before);
    expect((await own()).map(({ serial }) => serial)).toEqual(serials);
    expect((await rowOf(c, order)).colour).not.toBeNull();
  });
});

describe('the clock', () => {
  it('makes one numbered notice to the holder of an order over its finish, also when two processes look twice', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    const { finishBy } = await rowOf(c, order);
    c.clock.set((finishBy ?? 0) + 1000);
    await Promise.all([look(c), look(c)]);
    await look(c);
    const red = (await notices(c)).filter(({ ground }) => ground === 'finish');
    expect(red).toHaveLength(1);
    expect(red[0]).toMatchObject({ colour: 'red', ownerId: c.idOf('gaofeng'), step: 'holder', year: 2024 });
    expect((await rowOf(c, order)).colour).toBe('red');
    const seen = await getOrder(await c.as('limin'), { code: order.code });
    expect(seen.colour).toBe('red');
    expect(seen.supervisions[0]?.number).toMatch(/^督〔2024〕第\d+号$/);
    await drained(c);
    expect((await inbox(c, 'gaofeng')).map(({ kind }) => kind)).toContain('supervision.issued');
    // Red copies the next level: the grid worker of the cell.
    expect((await inbox(c, 'zhaoqiang')).map(({ kind }) => kind)).toContain('supervision.copied');
  });

  it('makes blue of what is nearly out of time, ends it when the step is done, and the list can ask for a colour', async () => {
    const c = await community();
    const order = await submitted(c);
    const { dispatchBy } = await rowOf(c, order);
    c.clock.set(dispatchBy - 60_000);
    await look(c);
    expect((await rowOf(c, order)).colour).toBe('blue');
    const desk = await c.as('limin');
    expect((await listOrders(desk, { colour: 'blue' })).items.map(({ code }) => code)).toEqual([order.code]);
    await perform(c, 'limin', 'assign', order);
    await look(c);
    const [blue] = await notices(c);
    expect(blue).toMatchObject({ ground: 'near', colour: 'blue', ownerId: c.idOf('limin') });
    expect(blue?.endedAt).not.toBeNull();
    expect((await rowOf(c, order)).colour).toBeNull();
    expect((await listOrders(desk, { colour: 'blue' })).items).toEqual([]);
  });

  it('colours yellow at the first rework and red, numbered, at the second, at once (7.4 step 5)', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'awaiting_verification' });
    await perform(c, 'zhengshucheng', 'rework', order);
    await drained(c);
    expect((await rowOf(c, order)).colour).toBe('yellow');
    await perform(c, 'gaofeng', 'submit_evidence', order);
    await perform(c, 'zhengshucheng', 'rework', order);
    await drained(c);
    expect((await rowOf(c, order)).colour).toBe('red');
    const [first, second] = await notices(c);
    expect([first?.colour, second?.colour]).toEqual(['yellow', 'red']);
    expect([first?.code, second?.code]).toEqual(['PLDB2024-0001', 'PLDB2024-0002']);
    expect(second?.ownerId).toBe(c.idOf('gaofeng'));
  });

  it('tells the parent branch, and shows it to both, when a check is overdue (7.4 step 7)', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'awaiting_verification' });
    c.clock.set(((await rowOf(c, order)).verifyBy ?? 0) + 1000);
    await look(c);
    const found = (await notices(c)).find(({ ground }) => ground === 'verify');
    expect(found).toMatchObject({ colour: 'yellow', step: 'parent' });
    const owner = found?.ownerId;
    expect(owner).toBe(c.idOf('shuji'));
  });

  it('goes up a step when nobody answers, on the working calendar, and each step is in the history', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    c.clock.set(((await rowOf(c, order)).finishBy ?? 0) + 1000);
    await look(c);
    const steps: (string | null)[] = [];
    for (let i = 0; i < 6; i++) {
      const [red] = (await notices(c)).filter(({ ground }) => ground === 'finish');
      if (!red) throw new Error('no red notice');
      steps.push(red.step);
      c.clock.set(red.replyBy + 1);
      await Promise.all([look(c), look(c)]);
    }
    expect(steps).toEqual(['holder', 'cell', 'community', 'street', 'supervisor', 'admin']);
    const told = (await eventsOf(c, order)).filter(({ type }) => type === 'order.supervised');
    expect(told.filter(({ data }) => data.ground === 'finish').map(({ data }) => data.how)).toEqual([
      'issued',
      ...Array(6).fill('up'),
    ]);
    await drained(c);
    expect((await inbox(c, 'dujuan')).length).toBeGreaterThan(0);
    expect((await inbox(c, 'admin')).length).toBeGreaterThan(0);
    // Who administers sees no orders, and learns only that there is a notice.
    const bare = await getSupervision(await c.as('admin'), { code: (await notices(c)).at(-1)?.code ?? '' });
    expect(bare).toMatchObject({ order: null, words: null });
  });

  it('goes at once to a colleague or the next step when the owner is gone', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    c.clock.set(((await rowOf(c, order)).finishBy ?? 0) + 1000);
    await look(c);
    const [own] = await c.engine.reader
      .select()
      .from(account)
      .where(eq(account.personId, c.idOf('gaofeng')));
    await disableAccount(c.ctx(), { accountId: own?.id ?? '' });
    await look(c);
    const [red] = (await notices(c)).filter(({ ground }) => ground === 'finish');
    expect(red?.ownerId).not.toBe(c.idOf('gaofeng'));
    expect(red?.climbs).toBe(1);
  });

  it('never tells the subject of a complaint', async () => {
    const c = await community();
    const order = await submitted(c, { about: { unit: 'PL-PROP' } });
    await perform(c, 'limin', 'assign', order, { handler: { unit: 'PL-SANI' } });
    c.clock.advance(30 * day);
    for (let i = 0; i < 12; i++) {
      await look(c);
      c.clock.advance(3 * day);
    }
    await drained(c);
    expect(await inbox(c, 'gaofeng')).toEqual([]);
    expect((await notices(c)).map(({ ownerId }) => ownerId)).not.toContain(c.idOf('gaofeng'));
  });
});

describe('numbers', () => {
  it(
    'have no gap when fifty are issued at once',
    async () => {
      const c = await community();
      const made = [];
      for (let i = 0; i < 50; i++) made.push(await submitted(c));
      const by = await c.as('dujuan');
      const replyBy = c.clock.now() + day;
      await Promise.all(
        made.map((order) => perform(c, by, 'supervise', order, { colour: 'red', owner: 'limin', replyBy })),
      );
      const serials = (await notices(c)).map(({ serial }) => serial);
      expect(serials).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    },
    slowly,
  );
});

describe('a person who supervises', () => {
  it('names an owner in charge and a later time, else nothing is written', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    const before = await rowOf(c, order);
    const by = await c.as('dujuan');
    const replyBy = c.clock.now() + hour;
    expect(await refusal(perform(c, by, 'supervise', order, { owner: 'liuyang', replyBy }))).toBe(
      'supervision.owner_not_in_charge',
    );
    expect(await refusal(perform(c, by, 'supervise', order, { replyBy: c.clock.now() }))).toBe(
      'supervision.reply_by_past',
    );
    expect(await rowOf(c, order)).toEqual(before);
    expect(await notices(c)).toEqual([]);
    await perform(c, by, 'supervise', order, { colour: 'red', owner: 'gaofeng', replyBy, words: '三天没有动静' });
    expect((await rowOf(c, order)).colour).toBe('red');
    // A minute round of the clock leaves what a person asked for as it is.
    await look(c);
    expect((await rowOf(c, order)).colour).toBe('red');
  });

  it('gets the answer; it is kept once, is due again on its day, and others may not answer', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    const replyBy = c.clock.now() + hour;
    await perform(c, 'dujuan', 'supervise', order, { colour: 'yellow', owner: 'gaofeng', replyBy });
    const [row] = await notices(c);
    const code = row?.code ?? '';
    const checkOn = '2024-01-16';
    expect(await refusal(replySupervision(await c.as('limin'), { ...answer, code, checkOn }))).toBe(
      'supervision.not_yours',
    );
    expect(await refusal(replySupervision(await c.as('liuyang'), { ...answer, code, checkOn }))).toBe(
      'supervision.not_found',
    );
    const owner = await c.as('gaofeng');
    expect(await refusal(replySupervision(owner, { ...answer, code, checkOn: '2023-01-01' }))).toBe(
      'supervision.check_past',
    );
    await replySupervision(owner, { ...answer, code, checkOn });
    await replySupervision(owner, { ...answer, code, checkOn });
    expect(await c.engine.reader.select().from(supervisionReply)).toHaveLength(1);
    expect(await refusal(replySupervision(owner, { ...answer, clientId: newId(), code, checkOn }))).toBe(
      'supervision.answered',
    );
    await drained(c);
    expect((await inbox(c, 'dujuan')).map(({ kind }) => kind)).toEqual(['supervision.replied']);
    await look(c);
    expect((await rowOf(c, order)).colour).toBeNull();
    c.clock.set(Date.parse('2024-01-16T18:00:01+08:00'));
    await look(c);
    const again = (await notices(c)).find(({ ground }) => ground === 'person');
    expect(again).toMatchObject({ repliedAt: null, checkAt: null, ownerId: c.idOf('gaofeng') });
  });

  it('is listed to those who see the order as staff or were told, and to no resident', async () => {
    const c = await community();
    const order = await submitted(c);
    await perform(c, 'dujuan', 'supervise', order, { owner: 'limin', replyBy: c.clock.now() + hour });
    const of = async (key: string) => (await listSupervisions(await c.as(key), {})).items.length;
    expect([await of('dujuan'), await of('limin'), await of('shuji'), await of('jiedao')]).toEqual([1, 1, 1, 1]);
    expect([await of('zhoujianguo'), await of('liuyang'), await of('gaofeng'), await of('auditor')]).toEqual([
      0, 0, 0, 0,
    ]);
    const own = await getOrder(order.holder, { code: order.code });
    expect(own.supervisions).toEqual([]);
    expect(own).not.toHaveProperty('colour');
    expect(own.timeline.map(({ type }) => type)).toEqual(['order.submitted']);
  });
});
