import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { tellOfOrder } from '@/lib/notices/handlers';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { notice } from '@/lib/notices/tables';
import { revealContact } from '@/lib/orders/commands/reveal-contact';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { concernedBy } from '@/lib/orders/queries/concerned-by';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { listEvents } from '@/lib/orders/queries/list-events';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listPool } from '@/lib/orders/queries/list-pool';
import { maySeePhoto } from '@/lib/orders/queries/may-see-photo';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { getUploads } from '@/lib/uploads/queries/get-uploads';
import { handlersOf } from '@/lib/worker/registry';
import zh from '@/messages/zh-CN.json';
import { sharedCommunity } from '@/tests/support/community';
import { aPhoto, eventsOf, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const door = { areaCode: '320371003208005-05-2-302', detail: '门铃坏了请敲门' };
const contact = { name: '欧阳测试', phone: '10081234567' };
const masked = { name: '欧***', phone: '100****4567' };
const detail = '2单元302室 门铃坏了请敲门';
const nothing = { name: null, phone: null, detail: null, revealable: [] };

// One phone asks for all of these: a day each, or the desk would have to release them first (3.8).
beforeEach(() => c().clock.advance(86_400_000));

const contactFor = async (who: string | Made, order: Made) => {
  const ctx = typeof who === 'string' ? await c().as(who) : who.holder;
  return (await getOrder(ctx, { code: order.code })).contact;
};

async function inHands(more: Parameters<typeof submitted>[1] = {}): Promise<Made> {
  const order = await submitted(c(), { place: door, contact, ...more });
  await perform(c(), 'limin', 'assign', order);
  await perform(c(), 'gaofeng', 'sign', order);
  return order;
}

describe('name, phone and door', () => {
  it('of an ordinary order: whole for requester and handler, masked for the desk, no door for who only watches', async () => {
    const order = await inHands();
    const shown = { ...contact, detail, revealable: [] };
    expect(await contactFor(order, order)).toEqual(shown);
    expect(await contactFor('gaofeng', order)).toEqual(shown);
    for (const desk of ['limin', 'shuji', 'chenchen']) {
      expect(await contactFor(desk, order), desk).toEqual({ ...masked, detail, revealable: ['name', 'phone'] });
    }
    for (const watcher of ['zhaoqiang', 'dujuan']) {
      expect(await contactFor(watcher, order), watcher).toEqual({ ...masked, detail: null, revealable: [] });
    }
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    expect(await contactFor('zhengshucheng', order)).toEqual({ ...masked, detail, revealable: [] });
  });

  it('of a confidential order: masked for dispatcher and secretary, nothing for others, the door once agreed', async () => {
    const order = await inHands({ confidential: true });
    for (const desk of ['limin', 'shuji']) {
      expect(await contactFor(desk, order), desk).toEqual({ ...masked, detail, revealable: ['name', 'phone'] });
    }
    expect(await contactFor('gaofeng', order)).toEqual(nothing);
    for (const out of ['chenchen', 'zhaoqiang', 'dujuan', 'jiedao']) {
      await expect(contactFor(out, order), out).rejects.toMatchObject({ code: 'not_found' });
    }
    const place = (await getOrder(await c().as('gaofeng'), { code: order.code })).place;
    expect(place?.zh).toBe('C区5号楼');

    await perform(c(), order.holder, 'note', order, { words: '可以告诉师傅门牌。', doorAgreed: true });
    expect(await contactFor('gaofeng', order)).toEqual({ ...nothing, detail });
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    expect(await contactFor('zhengshucheng', order)).toEqual({ ...nothing, detail });
  });

  it('is agreed by the requester alone, and can be taken back', async () => {
    const order = await inHands({ confidential: true });
    await perform(c(), 'limin', 'note', order, { words: '替他同意。', doorAgreed: true });
    expect((await rowOf(c(), order)).doorAgreed).toBe(false);
    await perform(c(), order.holder, 'note', order, { words: '同意。', doorAgreed: true });
    expect((await rowOf(c(), order)).doorAgreed).toBe(true);
    await perform(c(), order.holder, 'note', order, { words: '再说一句。' });
    expect((await rowOf(c(), order)).doorAgreed).toBe(true);
    await perform(c(), order.holder, 'note', order, { words: '还是算了。', doorAgreed: false });
    expect(await contactFor('gaofeng', order)).toEqual(nothing);
  });

  it('of an anonymous order: no name is kept, the phone is read by nobody, the door by who has to go there', async () => {
    const order = await inHands({ anonymous: true });
    for (const [who, shownDetail] of [
      ['gaofeng', detail],
      ['limin', detail],
      ['shuji', detail],
      ['chenchen', detail],
      ['dujuan', null],
      ['zhaoqiang', null],
    ] as const) {
      expect(await contactFor(who, order), who).toEqual({ ...nothing, detail: shownDetail });
    }
    for (const field of ['phone', 'name'] as const) {
      await expect(
        revealContact(await c().as('limin'), { code: order.code, field, reason: '需要联系诉求人' }),
      ).rejects.toMatchObject({ code: 'forbidden', reason: 'order.not_revealable' });
    }
  });
});

describe('reveal', () => {
  it('shows one field to the desk and writes down who, when and why', async () => {
    const order = await inHands();
    const ctx = await c().as('limin');
    expect(await revealContact(ctx, { code: order.code, field: 'phone', reason: '手机打不通要核对' })).toEqual({
      value: contact.phone,
    });
    const { id } = await rowOf(c(), order);
    const rows = await c().engine.reader.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(rows).toMatchObject([
      {
        action: 'contact.revealed',
        actorId: c().idOf('limin'),
        subjectKind: 'order',
        at: c().clock.now(),
        requestId: ctx.requestId,
        data: { field: 'phone', reason: '手机打不通要核对' },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(contact.phone);
  });

  it('is refused to others, and leaves no trace of a refusal', async () => {
    const order = await inHands();
    for (const [who, code] of [
      ['zhaoqiang', 'forbidden'],
      ['gaofeng', 'forbidden'],
      ['dujuan', 'forbidden'],
      ['luping', 'not_found'],
      ['auditor', 'not_found'],
    ] as const) {
      await expect(
        revealContact(await c().as(who), { code: order.code, field: 'phone', reason: '想知道电话' }),
        who,
      ).rejects.toMatchObject({ code });
    }
    await expect(
      revealContact(await c().as('limin'), { code: order.code, field: 'phone', reason: '看' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    const { id } = await rowOf(c(), order);
    expect(await c().engine.reader.select().from(auditEntry).where(eq(auditEntry.subjectId, id))).toEqual([]);
  });
});

describe('what a volunteer is offered', () => {
  it('is item, cell, distance and time: no words, name, door, position or history', async () => {
    const order = await submitted(c(), { place: door, contact, words: '三楼的王阿姨想请人买菜。' });
    await perform(c(), 'limin', 'offer', order);
    const ctx = await c().as('liuyang');
    const seen = await getOrder(ctx, { code: order.code });
    expect(seen).toMatchObject({
      words: null,
      about: null,
      handler: null,
      position: null,
      contact: nothing,
      timeline: [],
      photos: [],
      evidence: [],
      ratings: [],
      proxy: null,
    });
    expect(seen.clock.all).toEqual([]);
    expect(seen.place).toBeUndefined();
    const card = (await listPool(ctx, { near: { lat: 34.3, lng: 117.33 } })).find((one) => one.code === order.code);
    const all = JSON.stringify([seen, card]);
    for (const secret of ['王阿姨', '欧阳', '10081234567', '302室', '5号楼', 'Building 5'])
      expect(all, secret).not.toContain(secret);
    await expect(listEvents(ctx, { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
    await perform(c(), 'liuyang', 'claim', order);
    expect(await getOrder(ctx, { code: order.code })).toMatchObject({
      words: '三楼的王阿姨想请人买菜。',
      contact: { name: contact.name },
    });
    await expect(getOrder(await c().as('mali'), { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the history', () => {
  it('holds no name, no phone, no door, none of the words', async () => {
    const order = await inHands({ words: '独一无二的一句话', about: { words: '是那个穿红衣服的人' } });
    await perform(c(), order.holder, 'note', order, { words: '请师傅带梯子' });
    await perform(c(), 'gaofeng', 'contact', order, { words: '打通了电话' });
    await perform(c(), 'gaofeng', 'submit_evidence', order, { words: '已经全部办好' });
    await perform(c(), 'zhengshucheng', 'rework', order);
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    await perform(c(), 'zhengshucheng', 'pass', order);
    await perform(c(), order.holder, 'rate', order, { words: '谢谢师傅' });
    const text = JSON.stringify(await eventsOf(c(), order));
    const said = [
      '独一无二',
      '红衣服',
      '带梯子',
      '打通',
      '全部办好',
      '原处',
      '谢谢',
      '欧阳',
      '10081234567',
      '302室',
      '-302',
      '门铃',
      '5号楼',
    ];
    for (const secret of said) expect(text, secret).not.toContain(secret);
    expect(await eventsOf(c(), order)).toHaveLength(10);
  });

  it('is open to the auditor, who sees nothing else', async () => {
    const order = await inHands();
    const auditor = await c().as('auditor');
    expect((await listEvents(auditor, { code: order.code })).items).toHaveLength(3);
    await expect(getOrder(auditor, { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listOrders(auditor, {})).items).toEqual([]);
    await expect(listEvents(await c().as('zhoujianguo'), { code: order.code })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('notes', () => {
  it('of staff reach the resident when ticked; the resident’s reach all who see the order', async () => {
    const order = await inHands();
    await perform(c(), 'limin', 'note', order, { words: '内部：先问一下物业。' });
    await perform(c(), 'limin', 'note', order, { words: '师傅下午到。', toResident: true });
    await perform(c(), order.holder, 'note', order, { words: '下午在家。' });
    const words = async (ctx: Made['holder']) =>
      (await getOrder(ctx, { code: order.code })).timeline.flatMap((entry) => entry.words ?? []);
    expect(await words(order.holder)).toEqual(['师傅下午到。', '下午在家。']);
    expect(await words(await c().as('gaofeng'))).toEqual(['内部：先问一下物业。', '师傅下午到。', '下午在家。']);
  });
});

describe('photos', () => {
  it('of the handler are the resident’s once verified; of others, whoever sees the order', async () => {
    const mine = await aPhoto(c());
    const order = await submitted(c(), { item: '0601', photos: [mine] });
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    const theirs = await aPhoto(c());
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [{ kind: 'photo_after', photos: [theirs] }] });
    const sees = async (who: string | Made, uploadId: string) =>
      maySeePhoto(typeof who === 'string' ? await c().as(who) : who.holder, { uploadId });
    expect(await sees(order, mine)).toBe(true);
    expect(await sees(order, theirs)).toBe(false);
    expect(await sees('zhengshucheng', theirs)).toBe(true);
    expect(await sees('zhoujianguo', mine)).toBe(false);
    expect(await sees('zhengshucheng', await aPhoto(c()))).toBe(false);
    await perform(c(), 'zhengshucheng', 'pass', order);
    expect(await sees(order, theirs)).toBe(true);
    // A photo is evidence of one order only.
    await expect(submitted(c(), { photos: [mine] })).rejects.toMatchObject({ reason: 'photo.unknown' });
  });
});

describe('who leaves no name', () => {
  it('leaves none with their photos either, though they were signed in; staff’s photos keep theirs', async () => {
    const stored = async (who: string) => {
      const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: { r: 1, g: 2, b: 3 } } })
        .png()
        .toBuffer();
      return (await storeUpload(await c().as(who), { bytes })).id;
    };
    const [given, open, staff] = [await stored('zhoujianguo'), await stored('zhoujianguo'), await stored('limin')];
    const actor = await c().actor('zhoujianguo');
    const nameless = await submitted(c(), { anonymous: true, photos: [given] }, { actor });
    const named = await submitted(c(), { photos: [open] }, { actor });
    await perform(c(), 'limin', 'note', nameless, { photos: [staff] });
    for (const order of [nameless, named]) {
      for (const { type, seq } of await eventsOf(c(), order)) {
        const { id: orderId } = await rowOf(c(), order);
        for (const handle of handlersOf(type)) await handle(c().ctx(), type, { orderId, seq });
      }
    }
    const kept = await getUploads(c().engine.reader, [given, open, staff]);
    expect(kept.map(({ createdBy, attached }) => [createdBy, attached])).toEqual([
      ['anonymous', true],
      [c().idOf('zhoujianguo'), true],
      [c().idOf('limin'), true],
    ]);
  });
});

describe('who only typed an order for somebody', () => {
  it('is shown no more photos than the resident, on the screen, by address, and by the ids in the history', async () => {
    const proxy = { knownBy: 'in_person', consentAt: '2024-01-15T08:00:00+08:00' } as const;
    const given = await aPhoto(c());
    const actor = await c().actor('sunxiuying');
    const order = await submitted(c(), { item: '0601', photos: [given], channel: 'representative', proxy }, { actor });
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    const [kept, shown, after] = [await aPhoto(c()), await aPhoto(c()), await aPhoto(c())];
    await perform(c(), 'limin', 'note', order, { photos: [kept] });
    await perform(c(), 'limin', 'note', order, { photos: [shown], toResident: true });
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [{ kind: 'photo_after', photos: [after] }] });
    const all = [given, kept, shown, after];
    const typist = await c().as('sunxiuying');
    for (const ctx of [typist, order.holder]) {
      const screen = (await getOrder(ctx, { code: order.code })).photos.map((photo) => photo.id);
      const open = await Promise.all(all.map((uploadId) => maySeePhoto(ctx, { uploadId })));
      expect(all.filter((_, at) => open[at])).toEqual([given, shown]);
      expect(screen.sort()).toEqual([given, shown].sort());
      const history = JSON.stringify((await listEvents(ctx, { code: order.code })).items);
      for (const id of all) expect(history).toContain(id);
    }
    await perform(c(), 'zhengshucheng', 'pass', order);
    expect(await maySeePhoto(typist, { uploadId: after })).toBe(true);
    expect(await maySeePhoto(typist, { uploadId: kept })).toBe(false);
    // Who typed it and stands at the desk reads as the desk.
    expect(await maySeePhoto(await c().as('limin'), { uploadId: kept })).toBe(true);
  });
});

describe('the one complained about', () => {
  it('sees nothing of it in any way, and is no candidate', async () => {
    const order = await submitted(c(), { about: { unit: 'PL-PROP', words: '态度不好' } });
    for (const who of ['gaofeng', 'second-property', 'clerk-of-property', 'verifier-of-property']) {
      const ctx = await c().as(who);
      await expect(getOrder(ctx, { code: order.code }), who).rejects.toMatchObject({ code: 'not_found' });
      expect(
        (await listOrders(ctx, {})).items.map((item) => item.code),
        who,
      ).not.toContain(order.code);
    }
    const { items } = await listCandidates(await c().as('limin'), { code: order.code });
    expect(items.map((item) => item.handler)).not.toContainEqual({ unit: 'PL-PROP' });
    expect((await getOrder(await c().as('limin'), { code: order.code })).about).toBe('态度不好');
  });

  it('learns that there is one, once: no number, no words, no hour, and nothing to open', async () => {
    const order = await submitted(c(), { about: { unit: 'PL-PROP', words: '态度不好' } });
    const sealed = await submitted(c(), { about: { unit: 'PL-PROP' }, confidential: true });
    const later = await submitted(c());
    await perform(c(), 'limin', 'classify', later, { about: { unit: 'PL-PROP' } });
    await perform(c(), 'limin', 'classify', later, { item: undefined, urgency: 'U4' });
    for (const one of [order, sealed, later, order]) {
      for (const { type, seq } of await eventsOf(c(), one)) {
        await tellOfOrder(c().ctx(), type, { orderId: (await rowOf(c(), one)).id, seq });
      }
    }
    const { items } = await listNotices(await c().as('gaofeng'));
    const told = items.filter(({ kind }) => kind === 'order.about_you');
    expect(told).toHaveLength(2);
    const ofGaofeng = await c().as('gaofeng');
    expect(await listNotices(ofGaofeng, { limit: items.length })).toMatchObject({ hasOlder: false });
    const fewer = await listNotices(ofGaofeng, { limit: items.length - 1 });
    expect(fewer).toMatchObject({ hasOlder: true, items: items.slice(0, -1) });
    for (const { orderCode, createdAt } of told) {
      expect(orderCode).toBe('');
      expect((createdAt + 8 * 3_600_000) % 86_400_000).toBe(0);
    }
    expect(JSON.stringify(items)).not.toContain(order.code);
    expect(zh.notice.kind.order.about_you).not.toMatch(/[{}]/);
    const others = (await listNotices(await c().as('huanwei'))).items.filter(({ kind }) => kind === 'order.about_you');
    expect(others).toEqual([]);
  });

  it('does not get a complaint about the community itself: the street dispatches it', async () => {
    const ctx = await c().as('zhoujianguo');
    const done = await submitOrder(ctx, {
      item: '0802',
      words: '社区办公室不理人。',
      place: { areaCode: '320371003208005-05' },
      about: { unit: 'PL-COMM' },
      clientId: newId(),
    });
    expect(await rowOf(c(), done)).toMatchObject({ level: 'street', aboutUnit: 'PL-COMM' });
    await expect(getOrder(await c().as('fangmin'), { code: done.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await getOrder(await c().as('jiedao'), { code: done.code })).abilities).toContain('assign');
    // Its chain learns nothing of it in any way; the requester, the street and the supervisor do.
    for (const who of ['fangmin', 'limin', 'chenchen', 'second-clerk', 'shuji', 'zhaoqiang', 'worker-and-volunteer']) {
      const theirs = await c().as(who);
      await expect(getOrder(theirs, { code: done.code }), who).rejects.toMatchObject({ code: 'not_found' });
      const codes = (await listOrders(theirs, { limit: 200 })).items.map((item) => item.code);
      expect(codes, who).not.toContain(done.code);
    }
    const { id, lastSeq } = await rowOf(c(), done);
    for (const topic of ['order.submitted', 'order.reopened']) {
      await tellOfOrder(c().ctx(), topic, { orderId: id, seq: lastSeq });
    }
    const told = await c().engine.reader.select().from(notice).where(eq(notice.orderCode, done.code));
    expect([...new Set(told.map((line) => line.personId))].sort()).toEqual(
      [c().idOf('jiedao'), c().idOf('dujuan')].sort(),
    );
    expect(await concernedBy(c().ctx(), await rowOf(c(), done), 'caller')).toEqual([c().idOf('jiedao')]);
    expect((await getOrder(ctx, { code: done.code })).words).toBe('社区办公室不理人。');
  });
});
