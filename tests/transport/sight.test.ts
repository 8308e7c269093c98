import { beforeAll, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import { anOrder, cellC, type Made, perform, plainItem, type Wish } from '@/tests/support/orders';
import { expectProblem } from './on-order';

const server = apiServer();

const name = '欧阳若水';
const phone = '10071234567';
const words = '二单元的车每天堵门，请联系车主挪走。';
const about = '车主说过不会挪。';
const place = { areaCode: `${cellC}-05`, detail: '2单元302室' };
const door = '2单元302室';
const input: Wish = { words, place, contact: { name, phone }, about: { words: about } };

type Contact = [name: string | null, phone: string | null, detail: string | null, ...revealable: string[]];
type View = Contact | 'not there';

const masked: Contact = ['欧***', '100****4567', door, 'name', 'phone'];
const maskedOnly: Contact = ['欧***', '100****4567', null];
const whole: Contact = [name, phone, door];
const hidden: Contact = [null, null, null];
const doorOnly: Contact = [null, null, door];

const viewers = [
  'limin',
  'shuji',
  'chenchen',
  'zhaoqiang',
  'gaofeng',
  'liuyang',
  'zhengshucheng',
  'dujuan',
  'jiedao',
  'auditor',
  'zhoujianguo',
] as const;
type Viewer = (typeof viewers)[number];

/** Typed by hand from 3.1.1 and 3.1.4: who is shown what of the requester, at work and once it is to be verified. */
const expectations: { of: string; wish: Wish; see: Partial<Record<Viewer, View>>; holder: Contact }[] = [
  {
    of: 'an open order that is being handled',
    wish: { state: 'in_progress' },
    see: {
      limin: masked,
      shuji: masked,
      chenchen: masked,
      zhaoqiang: maskedOnly,
      gaofeng: whole,
      dujuan: maskedOnly,
    },
    holder: whole,
  },
  {
    of: 'an open order that is to be verified',
    wish: { state: 'awaiting_verification' },
    see: {
      limin: masked,
      shuji: masked,
      chenchen: masked,
      zhaoqiang: maskedOnly,
      gaofeng: whole,
      zhengshucheng: ['欧***', '100****4567', door],
      dujuan: maskedOnly,
    },
    holder: whole,
  },
  {
    of: 'an anonymous order with a phone: only the platform calls it',
    wish: { state: 'awaiting_verification', anonymous: true },
    see: {
      limin: doorOnly,
      shuji: doorOnly,
      chenchen: doorOnly,
      zhaoqiang: hidden,
      gaofeng: doorOnly,
      zhengshucheng: doorOnly,
      dujuan: hidden,
    },
    holder: [null, phone, door],
  },
  {
    of: 'a confidential order: sealed, name and phone for dispatcher and secretary, the door not before the requester agrees',
    wish: { state: 'awaiting_verification', confidential: true },
    see: { limin: masked, shuji: masked, gaofeng: hidden, zhengshucheng: hidden },
    holder: whole,
  },
  {
    of: 'an order that is anonymous and confidential',
    wish: { state: 'awaiting_verification', anonymous: true, confidential: true },
    see: { limin: doorOnly, shuji: doorOnly, gaofeng: hidden, zhengshucheng: hidden },
    holder: [null, phone, door],
  },
  {
    of: 'an order of a sealed item',
    wish: { state: 'assigned', item: '1102' },
    see: { limin: masked, shuji: masked, gaofeng: whole },
    holder: whole,
  },
  {
    of: 'an offered order',
    wish: { state: 'offered' },
    see: {
      limin: masked,
      shuji: masked,
      chenchen: masked,
      zhaoqiang: maskedOnly,
      liuyang: hidden,
      dujuan: maskedOnly,
    },
    holder: whole,
  },
  {
    of: 'an order that a volunteer holds',
    wish: { state: 'in_progress', holder: 'volunteer' },
    see: {
      limin: masked,
      shuji: masked,
      chenchen: masked,
      zhaoqiang: maskedOnly,
      liuyang: whole,
      dujuan: maskedOnly,
    },
    holder: whole,
  },
];

const make = (wish: Wish): Promise<Made> =>
  anOrder(server(), { item: plainItem, ...input, ...wish, clientId: newId() });

// One phone has more to say here than a throttle lets through.
beforeAll(async () => {
  const admin = await server().as('admin');
  await changeSetting(admin, { key: 'throttle.submit.phone', value: { limit: 1000, windowSeconds: 3600 } });
  await changeSetting(admin, { key: 'orders.open_limit', value: 1000 });
});

async function contactFor(s: ApiServer, who: string, code: string): Promise<View> {
  const answer = await (await s.signedIn(who)).get(`/orders/${code}`);
  if (answer.status !== 200) {
    expectProblem(answer, 404, 'order.not_found');
    return 'not there';
  }
  return contactOf(answer.body);
}

const contactOf = ({ contact: c }: { contact: Record<string, string | null> & { revealable: string[] } }): Contact => [
  c.name ?? null,
  c.phone ?? null,
  c.detail ?? null,
  ...c.revealable,
];

const secrets = [name, phone, '4567', door, '302', words, about];
/** What the answer says of the requester in any field at all; ids and hashes hold any few digits by chance. */
const told = (text: string) => {
  const said = text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, '');
  return secrets.filter((secret) => said.includes(secret));
};

describe('GET /orders/{code}', () => {
  it.each(expectations.map((one) => [one.of, one] as const))('of %s', async (_, { wish, see, holder }) => {
    const s = server();
    const made = await make(wish);
    const seen = await Promise.all(viewers.map(async (who) => [who, await contactFor(s, who, made.code)]));
    const expected = viewers.map((who) => [who, see[who] ?? 'not there']);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    const track = await s.anybody().get(`/track/${made.queryCode}`, made.pin ? { 'order-pin': made.pin } : {});
    expect(contactOf(track.body)).toEqual(holder);
    for (const who of viewers) {
      const { text } = await (await s.signedIn(who)).get(`/orders/${made.code}`);
      // The codes of the resident's side are shown once, at submit, and to nobody ever after.
      expect(text).not.toContain(made.queryCode);
      if (made.pin) expect(text).not.toContain(made.pin);
      const view = see[who];
      if (view === undefined || view === 'not there') expect(told(text)).toEqual([]);
      else
        for (const [at, secret] of [name, phone, door].entries()) {
          if (view[at] !== secret) expect(text.includes(secret), `${who}: ${secret}`).toBe(false);
        }
    }
    expect(track.text).not.toContain(made.queryCode);
  });

  it('shows the handler of a confidential order the door once the requester agrees', async () => {
    const s = server();
    const made = await make({ state: 'in_progress', confidential: true });
    expect(await contactFor(s, 'gaofeng', made.code)).toEqual(hidden);
    const note = { words: '可以上门。', doorAgreed: true, clientId: newId() };
    expect((await s.anybody().post(`/track/${made.queryCode}/actions/note`, note)).status).toBe(200);
    expect(await contactFor(s, 'gaofeng', made.code)).toEqual(doorOnly);
  });

  it('tells a candidate item, cell, hours and times, and nothing else', async () => {
    const s = server();
    const { code } = await make({ state: 'offered', item: '0902' });
    const { body, text } = await (await s.signedIn('liuyang')).get(`/orders/${code}`);
    const time = expect.stringMatching(/^2024-01-15T.*\+08:00$/);
    expect(body).toEqual({
      code,
      status: 'offered',
      version: 2,
      urgency: 'U3',
      item: '0902',
      cell: cellC,
      dueAt: time,
      abilities: ['claim'],
      itemName: { zh: '代买代取代跑腿', en: 'Errand for elders' },
      evidenceZh: '小票/交付确认',
      words: null,
      contact: { name: null, phone: null, detail: null, revealable: [] },
      about: null,
      also: null,
      proxy: null,
      promise: { acceptBy: time, finishBy: expect.stringMatching(/\+08:00$/) },
      clock: {
        dispatchBy: time,
        acceptBy: time,
        finishBy: expect.stringMatching(/\+08:00$/),
        verifyBy: null,
        returnBy: null,
        callbackBy: null,
        ratingUntil: null,
        reopenUntil: null,
        needInfoUntil: null,
        milestone: null,
        suspendedAt: null,
        resumeAt: null,
        why: [],
        all: [],
      },
      handler: null,
      coHandlers: [],
      whistles: [],
      offer: { skills: [], note: null },
      timeline: [],
      photos: [],
      evidence: [],
      checklist: { kinds: 'document/signature', proven: [] },
      ratings: [],
      position: null,
      shift: null,
      supervisions: [],
      explainedSignedAt: null,
      kin: false,
      // How it was routed and what it is one with is the desk's.
      routing: null,
      main: null,
      joined: [],
      childCount: null,
      children: [],
      waitsFor: null,
      whole: null,
      relations: ['candidate'],
    });
    expect(told(text)).toEqual([]);
    const pool = await (await s.signedIn('liuyang')).get('/orders?view=pool');
    expect(pool.body.items.map((item: { code: string }) => item.code)).toContain(code);
    expect(told(pool.text)).toEqual([]);
    // Who matches no longer sees it once somebody holds it.
    await perform(s, 'mali', 'claim', { code });
    expect(await contactFor(s, 'liuyang', code)).toBe('not there');
  });

  it('tells the person complained about nothing, whatever they are', async () => {
    const s = server();
    const made = await make({ state: 'submitted', about: { unit: 'PL-PROP', words: about } });
    expect(await contactFor(s, 'gaofeng', made.code)).toBe('not there');
    expect(await contactFor(s, 'limin', made.code)).toEqual(masked);
    const list = await (await s.signedIn('gaofeng')).get('/orders?limit=200');
    expect(list.text).not.toContain(made.code);
  });

  it('is as silent in lists: no name, no phone, no door for anybody, and words only for those who see them', async () => {
    const s = server();
    const sealed = await make({ state: 'submitted', item: '1102' });
    for (const who of viewers) {
      const { text } = await (await s.signedIn(who)).get('/orders?limit=200');
      for (const secret of [name, phone, door, '欧***', '100****4567']) expect(text, who).not.toContain(secret);
      expect(text.includes(sealed.code), who).toBe(who === 'limin' || who === 'shuji');
    }
  });
});

describe('POST /orders/{code}/reveal', () => {
  let made: Made;
  let closed: Made;
  beforeAll(async () => {
    made = await make({ state: 'in_progress' });
    closed = await make({ state: 'in_progress', anonymous: true });
  });
  const reveal = async (who: string, order: Made, field: string) =>
    (await server().signedIn(who)).post(`/orders/${order.code}/reveal`, { field, reason: '约上门时间' });

  it('shows one field to whoever may ask, and writes down who and why', async () => {
    const s = server();
    expect((await reveal('limin', made, 'phone')).body).toEqual({ value: phone });
    expect((await reveal('chenchen', made, 'name')).body).toEqual({ value: name });
    const rows = await s.engine.reader.select().from(auditEntry);
    const noted = rows.filter((row) => row.action === 'contact.revealed');
    expect(noted.map((row) => row.actorId)).toEqual([s.idOf('limin'), s.idOf('chenchen')]);
    expect(JSON.stringify(noted)).toContain('约上门时间');
    expect(JSON.stringify(noted)).not.toMatch(new RegExp(`${phone}|${name}`));
  });

  it('shows nobody what nobody reads, and nothing without a reason', async () => {
    for (const who of ['limin', 'shuji', 'chenchen', 'gaofeng', 'dujuan', 'zhaoqiang']) {
      expectProblem(await reveal(who, closed, 'phone'), 403, 'order.not_revealable');
    }
    for (const who of ['gaofeng', 'dujuan', 'zhaoqiang']) {
      expectProblem(await reveal(who, made, 'phone'), 403, 'order.not_revealable');
    }
    const limin = await server().signedIn('limin');
    expectProblem(await limin.post(`/orders/${made.code}/reveal`, { field: 'phone' }), 422, 'input.invalid');
    expectProblem(await reveal('limin', made, 'door'), 422, 'input.invalid');
  });
});
