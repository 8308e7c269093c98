import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { projectEndpoints } from '@/lib/projects/endpoints';
import { guard } from '@/lib/projects/workflow';
import { apiServer } from '@/tests/support/api-server';
import { dayOf, park } from '@/tests/support/projects';
import { expectProblem } from './on-order';

const server = apiServer();

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
});
