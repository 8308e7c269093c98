import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { rfc3339 } from '@/lib/kernel/clock';
import { actionSlug } from '@/lib/kernel/endpoint';
import { newId } from '@/lib/kernel/ids';
import { verbs } from '@/lib/orders/verbs';
import { actions } from '@/lib/orders/workflow';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { endpointRows } from '@/lib/transport/registry';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import { anOrder, bodies, itemFor, rowOf, snapshot } from '@/tests/support/orders';
import { isCaseRow } from './case-rows';
import { act, expectProblem, ownOrder } from './on-order';
import { expected, people, type Who, wayTo } from './who-may';

const server = apiServer();
const nameOf = (row: { method: string; path: string }) => `${row.method} ${row.path}`;
const guarded = endpointRows.filter((row) => row.audience !== 'anyone');
const open = endpointRows.filter((row) => row.audience === 'anyone');

/** Everything but who reached for what, which a refusal may write down. */
async function untouched(s: ApiServer): Promise<Record<string, string>> {
  const { auditEntry: _, ...rest } = await snapshot(s);
  return rest;
}

/** Numbers of the orders that somebody was refused at. */
async function ordersRefused(s: ApiServer): Promise<Set<unknown>> {
  const rows = await s.engine.reader.select().from(auditEntry).where(eq(auditEntry.action, 'access.refused'));
  return new Set(rows.map((row) => row.data.order));
}

async function refusalsNoted(s: ApiServer): Promise<number> {
  const [row] = await s.engine.reader
    .select({ n: count() })
    .from(auditEntry)
    .where(eq(auditEntry.action, 'access.refused'));
  return row?.n ?? 0;
}

describe('a caller without a session', () => {
  it('may try exactly what the contract opens to all', () => {
    expect(open.filter(isCaseRow).map(nameOf).sort()).toEqual([
      'GET /answers',
      'GET /answers/{code}',
      'GET /deliberations',
      'GET /deliberations/{code}',
      'GET /deliberations/{code}/meetings/{meeting}/receipt',
      'GET /deliberations/{code}/meetings/{meeting}/tally',
      'GET /projects',
      'GET /projects/{code}',
      'GET /rounds',
      'GET /rounds/{code}',
      'POST /deliberations/{code}/actions/object',
      'POST /rounds/{code}/actions/collect',
    ]);
    const ofTheLoop = open.filter((row) => !isCaseRow(row));
    expect(ofTheLoop.map(nameOf).sort()).toEqual([
      'GET /areas',
      'GET /areas/locate',
      'GET /categories',
      'GET /stats',
      'GET /stats/month',
      'GET /track/{queryCode}',
      'POST /login',
      'POST /login/code',
      'POST /orders',
      ...['amend', 'appeal', 'note', 'nudge', 'rate', 'reopen', 'supplement', 'withdraw'].map(
        (action) => `POST /track/{queryCode}/actions/${action}`,
      ),
    ]);
  });

  it.each(guarded.map((row) => [nameOf(row), row] as const))('is refused at %s', async (_, row) => {
    const s = server();
    const { code } = await anOrder(s);
    const before = await snapshot(s);
    const path = row.path.replace('{code}', code);
    // Who is asked before what is said: nobody learns from the input's faults what they may not do.
    for (const body of [{}, { version: 1, clientId: newId(), words: '补充一句。' }]) {
      const answer = await s.anybody().send(row.method, path, {
        ...(row.method === 'POST' && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      expectProblem(answer, 401, 'auth.sign_in_required');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(await snapshot(s)).toEqual(before);
  });

  it.each(open.filter((row) => row.path.includes('{queryCode}')).map((row) => [nameOf(row), row] as const))(
    'opens nothing with a code that does not exist at %s',
    async (_, row) => {
      const s = server();
      await anOrder(s);
      const before = await snapshot(s);
      for (const code of ['ABCDE-FGH1J', 'PL20240115-9999', '%E4%B8%8D']) {
        const path = row.path.replace('{queryCode}', code);
        const action = actions.find((one) => row.path.endsWith(`/${actionSlug(one)}`));
        const sent = { clientId: newId(), phoneTail: '0000', ...(action && bodies[action]) };
        const answer = await (row.method === 'GET'
          ? s.anybody().get(path, { 'order-phone-tail': '0000' })
          : s.anybody().post(path, sent));
        expectProblem(answer, 404, 'order.code_unknown');
      }
      expect(await snapshot(s)).toEqual(before);
    },
  );
});

describe('a caller in the wrong role', () => {
  const cases = verbs.map(({ action }) => [action, expected[action]] as const);

  it('is looked for at every row that needs a session', () => {
    const elsewhere = ['GET /me', 'POST /logout', 'GET /orders', 'GET /supervisions'];
    const notices = ['GET /supervisions/{code}', 'POST /supervisions/{code}/actions/reply'];
    const readers = ['', '/events', '/candidates', '/similar'].map((of) => `GET /orders/{code}${of}`);
    const actions = cases.map(([action]) => `POST /orders/{code}/actions/${actionSlug(action)}`);
    const beside = ['reveal', 'tie', 'apart', 'suspension', 'suspension/refuse', 'sign-explanation'].map(
      (of) => `POST /orders/{code}/${of}`,
    );
    const whistles = ['whistle', 'whistle/arrive'].map((of) => `POST /orders/{code}/${of}`);
    const known = [...elsewhere, ...notices, ...readers, ...beside, ...whistles, ...actions];
    const ofTheLoop = guarded.filter((row) => !isCaseRow(row));
    expect(ofTheLoop.map(nameOf).sort()).toEqual(known.sort());
  });

  it.each(guarded.filter(isCaseRow).map((row) => [nameOf(row), row] as const))(
    'gets nothing and changes nothing at %s',
    async (_, row) => {
      const s = server();
      await anOrder(s);
      const before = await untouched(s);
      const path = row.path.replace('{code}', 'PL-YS-2024-999').replace('{meeting}', newId());
      const outsider = await s.signedIn('zhoujianguo');
      for (const body of [{}, { version: 1, clientId: newId(), reason: '想知道别人的事情怎么样了' }]) {
        const answer = await (row.method === 'GET' ? outsider.get(path) : outsider.post(path, body));
        // A list is empty for who may see none of it; a case is not there; a form is read before anybody is told more.
        if (answer.status === 200) expect(answer.body.items, row.path).toEqual([]);
        else expect([403, 404, 415, 422], `${row.path} answered ${answer.status}`).toContain(answer.status);
      }
      expect(await untouched(s)).toEqual(before);
    },
  );

  it.each(cases)('may not %s, and the order stays as it was', async (action, { state, may }) => {
    const s = server();
    const order = await ownOrder(s, wayTo(state), itemFor(action));
    const more = action === 'merge' ? { main: (await ownOrder(s)).code } : {};
    const before = await untouched(s);
    const noted = await refusalsNoted(s);
    const answers: string[] = [];
    for (const who of people.filter((name) => !may.includes(name))) {
      const answer = await act(s, who, action, order, more);
      expectProblem(answer, answer.status === 403 ? 403 : 404);
      answers.push(`${who} ${answer.status}`);
    }
    expect(await untouched(s)).toEqual(before);
    // Whoever sees the order and reaches for what is not theirs is written down; what is out of sight is not there.
    expect(await refusalsNoted(s)).toBe(noted + answers.filter((answer) => answer.endsWith('403')).length);
    expect(answers).toContain('zhoujianguo 404');
    if (answers.some((answer) => answer.endsWith('403'))) expect(await ordersRefused(s)).toContain(order.code);
    const [first = 'limin'] = may;
    expect((await act(s, first, action, order, more)).status).toBe(200);
  });

  it('sees no order, history, candidate or contact that is not theirs', async () => {
    const s = server();
    const { code } = await ownOrder(s, wayTo('in_progress'));
    const before = await untouched(s);
    const asked = { field: 'phone', reason: '想知道是谁报的' };
    const statuses = async (who: Who) => {
      const client = await s.signedIn(who);
      const seen = [
        await client.get(`/orders/${code}`),
        await client.get(`/orders/${code}/events`),
        await client.get(`/orders/${code}/candidates`),
        await client.post(`/orders/${code}/reveal`, asked),
      ];
      for (const answer of seen.filter(({ status }) => status !== 200)) expectProblem(answer, answer.status);
      return seen.map(({ status }) => status).join(' ');
    };
    expect(Object.fromEntries(await Promise.all(people.map(async (who) => [who, await statuses(who)])))).toEqual({
      // No phone was given, so there is none to show even to the dispatcher.
      limin: '200 200 200 403',
      chenchen: '200 200 403 403',
      shuji: '200 200 403 403',
      zhaoqiang: '200 200 403 403',
      gaofeng: '200 200 403 403',
      dujuan: '200 200 403 403',
      wangguilan: '200 200 403 403',
      auditor: '404 200 404 404',
      ...Object.fromEntries(
        ['liuyang', 'zhengshucheng', 'jiedao', 'admin', 'xuwende', 'qianfang', 'zhoujianguo'].map((who) => [
          who,
          '404 404 404 404',
        ]),
      ),
    });
    const list = await (await s.signedIn('zhoujianguo')).get('/orders');
    expect(list.body).toEqual({ items: [], nextCursor: null });
    expect(await untouched(s)).toEqual(before);
  });
});

/** Typed by hand: what is the dispatcher's to look at and tell apart, and what only the handler asks. */
const nobodys = { limin: 403, chenchen: 403, shuji: 403, dujuan: 403, gaofeng: 403, wangguilan: 403, zhaoqiang: 403 };
const beside: Record<string, Partial<Record<Who, number>>> = {
  // The order is not the street's, which does not see it.
  whistle: nobodys,
  'whistle/arrive': nobodys,
  similar: { limin: 200, chenchen: 403, shuji: 403, zhaoqiang: 403, gaofeng: 403, dujuan: 403, wangguilan: 403 },
  apart: { limin: 200, chenchen: 403, shuji: 403, zhaoqiang: 403, gaofeng: 403, dujuan: 403, wangguilan: 403 },
  suspension: { limin: 403, chenchen: 403, shuji: 403, dujuan: 403, gaofeng: 200, wangguilan: 403, zhaoqiang: 403 },
  'suspension/refuse': {
    limin: 200,
    chenchen: 403,
    shuji: 403,
    dujuan: 403,
    gaofeng: 403,
    wangguilan: 403,
    zhaoqiang: 403,
  },
  // The secretary signs nothing here: the order was not handed in as explained.
  'sign-explanation': {
    limin: 403,
    chenchen: 403,
    shuji: 409,
    dujuan: 403,
    gaofeng: 403,
    wangguilan: 403,
    zhaoqiang: 403,
  },
};

describe('what stands beside the actions', () => {
  it.each(Object.entries(beside))('%s: nobody but who may, and the orders stay as they were', async (name, may) => {
    const s = server();
    const [order, other] = [await ownOrder(s, wayTo('in_progress')), await ownOrder(s, wayTo('in_progress'))];
    const at = `/orders/${order.code}/${name}`;
    const ask = async (who: Who) => {
      const client = await s.signedIn(who);
      if (name === 'similar') return client.get(at);
      const { version } = await rowOf(s, order);
      return client.post(at, {
        ...bodies.suspend,
        words: '同意按此答复。',
        units: ['DHS-UTIL'],
        unit: 'DHS-UTIL',
        arriveBy: rfc3339(s.clock.now() + 60_000),
        other: other.code,
        version,
        clientId: newId(),
      });
    };
    if (name === 'suspension/refuse') {
      const { version } = await rowOf(s, order);
      const asked = { ...bodies.suspend, version, clientId: newId() };
      expect((await (await s.signedIn('gaofeng')).post(`/orders/${order.code}/suspension`, asked)).status).toBe(200);
    }
    const before = await untouched(s);
    for (const who of people.filter((one) => may[one] !== 200)) {
      expectProblem(await ask(who), may[who] ?? 404);
    }
    expect(await untouched(s)).toEqual(before);
    for (const who of people.filter((one) => may[one] === 200)) expect((await ask(who)).status).toBe(200);
  });
});

describe('a 督办单', () => {
  it('is there for who was told of it or sees its order, and answered by its owner alone', async () => {
    const s = server();
    const order = await ownOrder(s);
    await act(s, 'dujuan', 'supervise', order);
    const { code } = (await (await s.signedIn('limin')).get(`/orders/${order.code}`)).body.supervisions[0];
    const said = { calls: '打了电话', cause: '配件没有到货', measure: '今天先用备件', checkOn: '2024-01-16' };
    const before = await untouched(s);
    for (const who of people.filter((one) => one !== 'limin')) {
      const client = await s.signedIn(who);
      const sees = ['chenchen', 'shuji', 'jiedao', 'dujuan', 'zhaoqiang'].includes(who);
      expect((await client.get(`/supervisions/${code}`)).status, who).toBe(sees ? 200 : 404);
      const answer = await client.post(`/supervisions/${code}/actions/reply`, { clientId: newId(), ...said });
      expectProblem(answer, sees ? 403 : 404);
    }
    expect(await untouched(s)).toEqual(before);
  });
});

// The tokens are asked for once; a sign-in writes rows that are nobody's refusal.
beforeAll(async () => {
  const s = server();
  for (const who of people) await s.signedIn(who);
  // 王桂兰 has one order open for each of the cases.
  await changeSetting(await s.as('admin'), { key: 'orders.open_limit', value: 1000 });
});
