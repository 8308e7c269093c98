import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { projectEndpoints } from '@/lib/projects/endpoints';
import { guard } from '@/lib/projects/workflow';
import { apiServer } from '@/tests/support/api-server';
import { carriedOut } from '@/tests/support/deliberations';
import { submitted } from '@/tests/support/orders';
import { dayOf, park } from '@/tests/support/projects';
import { caseCalls } from './case-rows';
import { expectProblem } from './on-order';

const server = apiServer();
const { call, good, missing } = caseCalls(projectEndpoints);

describe('为民办实事 over HTTP', () => {
  it('has a row for every action of the table', () => {
    const rows = projectEndpoints.flatMap(({ path }) => /actions\/(.*)$/.exec(path)?.[1] ?? []);
    expect(rows.sort()).toEqual(guard.actions.map((action) => action.replaceAll('_', '-')).sort());
  });

  it('is listed by the secretary, read by everybody, and spends up to its budget', async () => {
    const s = server();
    const [secretary, clerk] = [await s.signedIn('shuji'), await s.signedIn('chenchen')];
    expectProblem(await s.anybody().post('/projects', park()), 401, 'auth.sign_in_required');
    expectProblem(await clerk.post('/projects', park()), 403, 'project.not_for_you');
    expectProblem(await secretary.post('/projects', park({ dueOn: '2020-01-01' })), 412, 'project.date_past');
    const made = await secretary.post('/projects', park({ budgetFen: 100_000 }));
    expect(made.status).toBe(201);
    const path = `/projects/${made.body.code}`;
    const act = async (caller: typeof clerk, action: string, body: object) =>
      caller.post(`${path}/actions/${action}`, { version: made.body.version, clientId: newId(), ...body });

    expect((await act(secretary, 'start', { on: dayOf(s) })).status).toBe(200);
    expectProblem(await act(secretary, 'stop', { reason: '河道改造，不再建设' }), 409, 'project.stale');
    const spent = { on: dayOf(s), label: '步道石材', receiptNo: '票-001' };
    const paid = await act(clerk, 'spend', { ...spent, amountFen: 60_000 });
    expect([paid.status, paid.body.spentFen]).toEqual([200, 60_000]);
    expectProblem(await act(clerk, 'spend', { ...spent, amountFen: 40_001 }), 412, 'project.over_budget');
    expectProblem(await act(clerk, 'spend', { ...spent, amountFen: -1 }), 422, 'input.invalid');

    const read = await s.anybody().get(path);
    expect(read.body).toMatchObject({ status: 'running', spentFen: 60_000, abilities: [], sourceCodes: null });
    expect(read.body.spends).toMatchObject([{ label: '步道石材', amountFen: 60_000, receiptNo: null }]);
    const list = await s.anybody().get('/projects?limit=1');
    expect(list.body.items).toMatchObject([{ code: made.body.code, timing: 'on_time' }]);
    expectProblem(await s.anybody().get('/projects/PL-BS-2099-001'), 404, 'project.not_found');
  });

  it('goes through every action with a good call, each refused to who may not', async () => {
    const s = server();
    const [secretary, clerk] = [await s.signedIn('shuji'), await s.signedIn('chenchen')];
    const outsider = await s.signedIn('liuyang');
    const opened = async (more: object = {}) => (await good(secretary, 'POST /projects', park(more))).code as string;
    const sent = async (code: string, body: object) => {
      const { version } = (await secretary.get(`/projects/${code}`)).body;
      return { code, version, clientId: newId(), ...body };
    };
    const slug = (action: string) => `POST /projects/{code}/actions/${action}`;
    const act = async (caller: typeof clerk, code: string, action: string, body: object) => {
      expectProblem(await call(outsider, slug(action), await sent(code, body)), 403, 'project.not_for_you');
      return good(caller, slug(action), await sent(code, body));
    };

    const code = await opened({ budgetFen: 100_000, dueOn: dayOf(s, 30) });
    const { code: order } = await submitted(s);
    await act(clerk, code, 'add-source', { orders: [order] });
    await act(secretary, code, 'start', { on: dayOf(s) });
    await act(clerk, code, 'add-milestone', { title: '步道铺装', dueOn: dayOf(s, 20) });
    await act(clerk, code, 'reach-milestone', { ordinal: 1, on: dayOf(s) });
    await act(clerk, code, 'spend', { on: dayOf(s), label: '步道石材', amountFen: 90_000, receiptNo: '票-001' });
    const { spends } = (await clerk.get(`/projects/${code}`)).body;
    const wrong = { spend: spends[0].id, reason: '票据重复录入，按原始凭证冲回' };
    expect((await act(secretary, code, 'correct-spend', wrong)).spentFen).toBe(0);
    const { code: decision } = await carriedOut(s);
    const raised = { amountFen: 200_000, deliberation: decision, reason: '增加护坡工程，代表会议已经通过' };
    expect((await act(secretary, code, 'raise-budget', raised)).budgetFen).toBe(200_000);
    const shot = await sharp({ create: { width: 16, height: 12, channels: 3, background: '#aac' } })
      .jpeg()
      .toBuffer();
    const { body } = await clerk.upload(new Uint8Array(shot));
    await act(clerk, code, 'add-photo', { upload: body.id, words: '步道铺装', takenOn: dayOf(s) });
    await act(secretary, code, 'postpone', { newDueOn: dayOf(s, 40), reason: '连续降雨，步道基础返工' });
    s.clock.advance(41 * 86_400_000);
    await act(secretary, code, 'explain-delay', { reason: '连续降雨，步道基础第二次返工' });
    const { items } = await good(s.anybody(), 'GET /projects');
    expect(items).toContainEqual(
      expect.objectContaining({ code, timing: 'late', reason: '连续降雨，步道基础第二次返工' }),
    );
    await act(secretary, code, 'complete', { on: dayOf(s) });
    const given = await opened({ dueOn: dayOf(s, 30) });
    await act(secretary, given, 'stop', { reason: '河道改造，不再建设' });

    await good(s.anybody(), 'GET /projects/{code}', { code });
    const events = await good(clerk, 'GET /projects/{code}/events', { code });
    expect(events.items.map(({ type }: { type: string }) => type)).toContain('project.budget_raised');
    expect(await good(await s.signedIn('auditor'), 'GET /projects/{code}/events', { code })).toEqual(events);
    expectProblem(await call(outsider, 'GET /projects/{code}/events', { code }), 403, 'project.not_for_you');
    expectProblem(await call(s.anybody(), 'GET /projects/{code}/events', { code }), 401, 'auth.sign_in_required');
    expect(missing()).toEqual([]);
  });

  it('says how much may be entered at once, instead of failing at what no column holds', async () => {
    const s = server();
    const [secretary, clerk] = [await s.signedIn('shuji'), await s.signedIn('chenchen')];
    for (const budgetFen of [2_000_000_001, 3_000_000_000, 9e15, 0.5, 0, -1]) {
      const refused = await call(secretary, 'POST /projects', park({ budgetFen }));
      expectProblem(refused, 422, 'input.invalid');
      expect(refused.body.errors).toMatchObject([{ path: 'budgetFen', message: expect.stringContaining('2000') }]);
    }
    const { code, version } = await good(secretary, 'POST /projects', park({ budgetFen: 2_000_000_000 }));
    const on = (body: object) => ({ code, version, clientId: newId(), ...body });
    await good(secretary, 'POST /projects/{code}/actions/start', on({ on: dayOf(s) }));
    const paid = (amountFen: number) =>
      call(
        clerk,
        'POST /projects/{code}/actions/spend',
        on({ on: dayOf(s), label: '石材', receiptNo: '票1', amountFen }),
      );
    expect((await paid(1_999_999_999)).status).toBe(200);
    expectProblem(await paid(2_000_000_000), 412, 'project.over_budget');
    expectProblem(await paid(3_000_000_000), 422, 'input.invalid');
  });
});
