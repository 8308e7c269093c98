import { beforeAll, describe, expect, it } from 'vitest';
import { rfc3339 } from '@/lib/kernel/clock';
import { actionSlug } from '@/lib/kernel/endpoint';
import { newId } from '@/lib/kernel/ids';
import { holderActions, verbs } from '@/lib/orders/verbs';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { endpointRows } from '@/lib/transport/registry';
import { demoPoints } from '@/seeds/demo/geography';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import type { Answer } from '@/tests/support/http-client';
import { aPhoto, bodies, cellC, itemFor, perform, placeInC, plainItem, rowOf, submitted } from '@/tests/support/orders';
import { reopenedTwice } from '@/tests/support/reopened-twice';
import { isCaseRow } from './case-rows';
import { act, bodyOf, ownOrder } from './on-order';
import { expected, wayTo } from './who-may';

const server = apiServer();

/** An order to which the street has called a unit. */
async function whistled(s: ApiServer) {
  const order = await submitted(s);
  await perform(s, 'limin', 'escalate', order);
  const street = await s.signedIn('jiedao');
  const arriveBy = rfc3339(s.clock.now() + 30 * 60_000);
  const sent = { clientId: newId(), units: ['DHS-UTIL'], arriveBy, reason: '水管爆了，先来关阀门。' };
  return { street, order, called: await street.post(`/orders/${order.code}/whistle`, sent) };
}

/** One good call of each row that is no action; its answer is checked against the row's own schema below. */
const calls: Record<string, (s: ApiServer) => Promise<Answer>> = {
  'POST /login': (s) => s.anybody().post('/login', { account: 'limin', password: 'poli-2024-demo' }),
  'POST /login/code': async (s) => {
    // Where no message can be sent there is no such way; the demo shows the code instead.
    await changeSetting(s.ctx(), { key: 'demo', value: true });
    return s.anybody().post('/login/code', { phone: '10000000001' });
  },
  'GET /me': async (s) => (await s.signedIn('zhengshucheng')).get('/me'),
  'POST /logout': async (s) => {
    const { body } = await s.anybody().post('/login', { account: 'dujuan', password: 'poli-2024-demo' });
    return s.anybody({ authorization: `Bearer ${body.token}` }).post('/logout');
  },
  'GET /areas': (s) => s.anybody().get('/areas?parent=320371003208'),
  'GET /areas/locate': (s) => s.anybody().get(`/areas/locate?address=${encodeURIComponent('C区5号楼')}`),
  'GET /categories': (s) => s.anybody().get('/categories'),
  'GET /stats': async (s) => (await s.signedIn('limin')).get('/stats?area=320371003208&from=2024-01-01&to=2024-01-31'),
  'GET /stats/month': (s) => s.anybody().get('/stats/month?community=320371003208'),
  'POST /orders': (s) =>
    s.anybody().post('/orders', {
      item: plainItem,
      words: '楼下有车堵住了单元门。',
      place: placeInC,
      contact: { name: '测试人', phone: '10070000001' },
      clientId: newId(),
    }),
  'GET /orders': async (s) => {
    await ownOrder(s);
    return (await s.signedIn('limin')).get('/orders?limit=5');
  },
  'GET /orders/{code}': async (s) => {
    const { code } = await ownOrder(s, wayTo('closed'));
    return (await s.signedIn('limin')).get(`/orders/${code}`);
  },
  'GET /orders/{code}/events': async (s) => {
    const { code } = await ownOrder(s, wayTo('closed'));
    return (await s.signedIn('limin')).get(`/orders/${code}/events`);
  },
  'GET /orders/{code}/candidates': async (s) => {
    const { code } = await ownOrder(s);
    return (await s.signedIn('limin')).get(`/orders/${code}/candidates`);
  },
  'GET /orders/{code}/similar': async (s) => {
    // The same words at the same place, an instant apart: there is one to be told of.
    const { code } = await ownOrder(s);
    await ownOrder(s);
    const answer = await (await s.signedIn('limin')).get(`/orders/${code}/similar`);
    expect(answer.body.items).not.toEqual([]);
    return answer;
  },
  'POST /orders/{code}/apart': async (s) => {
    const [one, other] = [await ownOrder(s), await ownOrder(s)];
    return (await s.signedIn('limin')).post(`/orders/${one.code}/apart`, { other: other.code });
  },
  'POST /orders/{code}/suspension': async (s) => askedToSuspend(s, await ownOrder(s, wayTo('in_progress'))),
  'POST /orders/{code}/suspension/refuse': async (s) => {
    const order = await ownOrder(s, wayTo('in_progress'));
    await askedToSuspend(s, order);
    const sent = { clientId: newId(), version: (await rowOf(s, order)).version, reason: '配件今天就能到，不用挂起。' };
    return (await s.signedIn('limin')).post(`/orders/${order.code}/suspension/refuse`, sent);
  },
  'POST /orders/{code}/reveal': async (s) => {
    const { code } = await submitted(s, { contact: { name: '测试人', phone: '10070000002' } });
    return (await s.signedIn('limin')).post(`/orders/${code}/reveal`, { field: 'phone', reason: '约上门时间' });
  },
  'POST /orders/{code}/tie': async (s) => {
    const { code } = await ownOrder(s, wayTo('awaiting_verification'));
    return (await s.signedIn('zhengshucheng')).post(`/orders/${code}/tie`, { clientId: newId() });
  },
  'POST /orders/{code}/sign-explanation': async (s) => {
    const order = await reopenedTwice(s);
    await perform(s, 'gaofeng', 'submit_evidence', order, {
      outcome: 'explained',
      legalBasis: '物业管理条例第三十五条，业主大会决定的事项。',
      pieces: [{ kind: 'text', text: '给了书面答复。', photos: [await aPhoto(s)] }],
    });
    const sent = { clientId: newId(), words: '同意按此答复居民。' };
    return (await s.signedIn('shuji')).post(`/orders/${order.code}/sign-explanation`, sent);
  },
  'POST /orders/{code}/whistle': async (s) => (await whistled(s)).called,
  'POST /orders/{code}/whistle/arrive': async (s) => {
    const { street, order } = await whistled(s);
    const sent = { clientId: newId(), unit: 'DHS-UTIL', words: '来了三个人，先关阀门。' };
    return street.post(`/orders/${order.code}/whistle/arrive`, sent);
  },
  'GET /supervisions': async (s) => {
    await supervised(s);
    return (await s.signedIn('limin')).get('/supervisions?state=open');
  },
  'GET /supervisions/{code}': async (s) => (await s.signedIn('limin')).get(`/supervisions/${await supervised(s)}`),
  'POST /supervisions/{code}/actions/reply': async (s) => {
    const said = { calls: '给物业打了电话', cause: '配件没有到货', measure: '今天先借用备件', checkOn: '2024-01-16' };
    const path = `/supervisions/${await supervised(s)}/actions/reply`;
    return (await s.signedIn('limin')).post(path, { clientId: newId(), ...said });
  },
  'GET /track/{queryCode}': async (s) => s.anybody().get(`/track/${(await submitted(s)).queryCode}`),
  'GET /answers': (s) => s.anybody().get('/answers'),
  'GET /deliberations': (s) => s.anybody().get('/deliberations'),
  'POST /deliberations': (s) => openCase(s),
  'GET /deliberations/{code}': async (s) => {
    const { code } = (await openCase(s)).body;
    return (await s.signedIn('shuji')).get(`/deliberations/${code}`);
  },
  'GET /deliberations/{code}/events': async (s) => {
    const { code } = (await openCase(s)).body;
    return (await s.signedIn('shuji')).get(`/deliberations/${code}/events`);
  },
  'GET /letters': async (s) => (await s.signedIn('limin')).get('/letters'),
  'GET /mediations': async (s) => (await s.signedIn('shuji')).get('/mediations'),
  'GET /projects': (s) => s.anybody().get('/projects'),
  'GET /rounds': (s) => s.anybody().get('/rounds'),
};

async function askedToSuspend(s: ApiServer, order: { code: string }): Promise<Answer> {
  const sent = { ...bodies.suspend, clientId: newId(), version: (await rowOf(s, order)).version };
  return (await s.signedIn('gaofeng')).post(`/orders/${order.code}/suspension`, sent);
}

/** A 督办单 to the dispatcher; its number. */
async function supervised(s: ApiServer): Promise<string> {
  const order = await ownOrder(s);
  await act(s, 'dujuan', 'supervise', order);
  const detail = await (await s.signedIn('limin')).get(`/orders/${order.code}`);
  return detail.body.supervisions[0].code;
}

async function openCase(s: ApiServer): Promise<Answer> {
  const opening = { community: '320371003208', title: '河边装路灯', motive: 'proposed_by_residents' };
  return (await s.signedIn('shuji')).post('/deliberations', { clientId: newId(), ...opening });
}

for (const { action } of verbs) {
  calls[`POST /orders/{code}/actions/${actionSlug(action)}`] = async (s) => {
    const { state, may } = expected[action];
    return act(s, may[0] ?? 'nobody', action, await ownOrder(s, wayTo(state), itemFor(action)));
  };
}
for (const action of holderActions) {
  calls[`POST /track/{queryCode}/actions/${actionSlug(action)}`] = async (s) => {
    const made = await submitted(s);
    for (const [who, step] of wayTo(expected[action].state)) {
      // Whoever holds the code does here what 王桂兰 does by her account.
      if (who === 'wangguilan')
        await s.anybody().post(`/track/${made.queryCode}/actions/${step}`, await bodyOf(s, step, made));
      else await act(s, who, step, made);
    }
    const sent = { clientId: newId(), ...bodies[action] };
    return s.anybody().post(`/track/${made.queryCode}/actions/${actionSlug(action)}`, sent);
  };
}

beforeAll(async () => {
  await changeSetting(await server().as('admin'), { key: 'orders.open_limit', value: 1000 });
});

describe('a good call', () => {
  const rows = endpointRows.map((row) => [`${row.method} ${row.path}`, row] as const);
  it.each(rows.filter(([name, row]) => name in calls || !isCaseRow(row)))(
    'of %s answers what the contract says, and nothing beside it',
    async (name, row) => {
      const answer = await calls[name]?.(server());
      expect(answer?.status, answer?.text).toBe(row.status ?? 200);
      expect(answer?.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer?.headers.get('cache-control')).toBe('no-store');
      // A schema drops what it does not know, so what differs afterwards is not in the document.
      expect(row.output.parse(answer?.body)).toEqual(answer?.body);
    },
  );

  it('finds the cell in each of the ways to say where', async () => {
    const s = server();
    const byAddress = await s.anybody().get(`/areas/locate?address=${encodeURIComponent('C区5号楼')}`);
    expect(byAddress.body.cellCode).toBe(cellC);
    const slip = demoPoints().find(({ areaCode }) => areaCode.startsWith(`${cellC}-05`));
    expect((await s.anybody().get(`/areas/locate?point=${slip?.code}`)).body.cellCode).toBe(cellC);
    const { lat, lng } = byAddress.body;
    expect((await s.anybody().get(`/areas/locate?lat=${lat}&lng=${lng}`)).body.cellCode).toBe(cellC);
  });
});
