import { afterEach, describe, expect, it } from 'vitest';
import { openEngine } from '@/db/client';
import { idFloor, newId, timeOfId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { listFeed } from '@/lib/orders/queries/list-feed';
import { listOrderMessages, type OrderMessage } from '@/lib/outbox/queries/list-order-messages';
import { enqueue } from '@/lib/outbox/store';
import { makeHub, missedSince } from '@/lib/transport/stream-hub';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, perform, placeInC, plainItem, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Listens as a process of its own would: on its own connection. */
async function listening() {
  const engine = openEngine(c().engine.url);
  const heard: OrderMessage[] = [];
  const { ready, stop } = makeHub(engine.reader).listen((messages) => heard.push(...messages));
  closing.push(() => {
    stop();
    setTimeout(() => void engine.close(), 2000);
  });
  await ready;
  return heard;
}

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('ids', () => {
  it('tell when they were made, and lie above the floor of that time', () => {
    const before = Date.now();
    const id = newId();
    const at = timeOfId(id) ?? 0;
    expect(at).toBeGreaterThanOrEqual(before);
    expect(id > idFloor(at)).toBe(true);
    expect(id < idFloor(at + 1)).toBe(true);
    expect(timeOfId('not an id')).toBeNull();
  });
});

describe('what is new', () => {
  it('is heard once in each process, whichever made it, and nothing from before', async () => {
    await submitted(c());
    const [one, other] = [await listening(), await listening()];
    const made = await Promise.all(Array.from({ length: 20 }, () => submitted(c())));
    await until(() => one.length >= 20 && other.length >= 20);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    for (const heard of [one, other]) {
      expect(heard.map(({ type }) => type)).toEqual(Array.from({ length: 20 }, () => 'order.submitted'));
      expect(new Set(heard.map(({ orderId }) => orderId)).size).toBe(made.length);
    }
  });

  it('is heard, too, when it comes into sight behind what was made after it', async () => {
    const heard = await listening();
    let commitFirst = () => {};
    const held = new Promise<void>((resolve) => {
      commitFirst = resolve;
    });
    const slow = c().engine.transaction(async (tx) => {
      await enqueue(tx, 'order.noted', { orderId: 'slow', seq: 1 });
      // On SQLite others wait for it; on PostgreSQL they commit before it.
      if (c().engine.kind === 'postgres') await held;
    });
    await c().engine.transaction((tx) => enqueue(tx, 'order.noted', { orderId: 'quick', seq: 1 }));
    await until(() => heard.some(({ orderId }) => orderId === 'quick'));
    commitFirst();
    await slow;
    await until(() => heard.some(({ orderId }) => orderId === 'slow'));
    expect(heard.filter(({ orderId }) => orderId === 'slow')).toHaveLength(1);
  });

  it('comes after a break, from the last id on; too much of it is said to be too much', async () => {
    const { reader } = c().engine;
    await submitted(c());
    const last = (await listOrderMessages(reader, '', 10_000)).at(-1)?.id ?? '';
    await submitted(c());
    await submitted(c());
    const missed = await missedSince(reader, last);
    const behind = missed?.filter(({ id }) => id > last) ?? [];
    expect(behind.map(({ type }) => type)).toEqual(['order.submitted', 'order.submitted']);
    expect(missed?.some(({ id }) => id === last)).toBe(false);
    expect(await missedSince(reader, 'no id of ours')).toBeNull();
    await c().engine.transaction(async (tx) => {
      for (let seq = 1; seq <= 501; seq++) await enqueue(tx, 'order.noted', { orderId: 'many', seq });
    });
    expect(await missedSince(reader, last)).toBeNull();
  });
});

describe('what each may know of it', () => {
  const feedOf = async (who: string, messages: OrderMessage[]) => listFeed(await c().as(who), messages);
  const since = async (work: () => Promise<unknown>) => {
    const last = (await listOrderMessages(c().engine.reader, '', 100_000)).at(-1)?.id ?? '';
    await work();
    return listOrderMessages(c().engine.reader, last, 100);
  };

  it('is the step for the desk, its own for who did it, and nothing for strangers', async () => {
    const order = await anOrder(c(), { state: 'submitted' });
    const messages = await since(() => perform(c(), 'limin', 'assign', order));
    const [event] = await feedOf('limin', messages);
    expect(event).toMatchObject({
      kind: 'order',
      order: { code: order.code, type: 'order.assigned', status: 'assigned', own: true, by: { zh: '李敏' } },
    });
    expect(await feedOf('chenchen', messages)).toMatchObject([{ order: { own: false, by: { zh: '李敏' } } }]);
    expect(await feedOf('gaofeng', messages)).toMatchObject([{ order: { code: order.code } }]);
    for (const who of ['huanwei', 'zhoujianguo', 'heping', 'liuyang'])
      expect(await feedOf(who, messages), who).toEqual([]);
  });

  it('names no requester, and tells nobody of a sealed order who may not see it', async () => {
    const made = await since(() => submitted(c(), { confidential: true }));
    expect(await feedOf('limin', made)).toMatchObject([{ order: { type: 'order.submitted', by: null } }]);
    for (const who of ['chenchen', 'zhaoqiang', 'dujuan', 'liuyang']) expect(await feedOf(who, made), who).toEqual([]);
  });

  it('is for a volunteer that the pool changed, and no word of the order', async () => {
    const order = await anOrder(c(), { state: 'submitted' });
    const offered = await since(() => perform(c(), 'limin', 'offer', order));
    expect(await feedOf('liuyang', offered)).toEqual([{ id: offered[0]?.id, kind: 'pool' }]);
    const claimed = await since(() => perform(c(), 'liuyang', 'claim', order));
    expect(await feedOf('mali', claimed)).toEqual([{ id: claimed[0]?.id, kind: 'pool' }]);
    expect(await feedOf('liuyang', claimed)).toMatchObject([{ kind: 'order', order: { own: true } }]);
  });

  it('is for the requester that something changed, never a note among staff', async () => {
    const order = await submitOrder(await c().as('zhoujianguo'), {
      item: plainItem,
      words: '楼下有车堵住了单元门。',
      place: placeInC,
      clientId: newId(),
    });
    const noted = await since(() => perform(c(), 'limin', 'note', order, { words: '内部说明一句', toResident: false }));
    expect(await feedOf('limin', noted)).toMatchObject([{ order: { type: 'order.noted' } }]);
    expect(await feedOf('zhoujianguo', noted)).toEqual([]);
    const told = await since(() => perform(c(), 'limin', 'note', order, { words: '告诉您一句', toResident: true }));
    expect(await feedOf('zhoujianguo', told)).toMatchObject([{ order: { type: 'order.changed', by: null } }]);
  });
});
