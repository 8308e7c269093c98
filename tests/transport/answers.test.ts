import { describe, expect, it } from 'vitest';
import { answerEndpoints } from '@/lib/answers/endpoints';
import { guard } from '@/lib/answers/workflow';
import { newId } from '@/lib/kernel/ids';
import { apiServer } from '@/tests/support/api-server';
import type { HttpClient } from '@/tests/support/http-client';
import { submitted } from '@/tests/support/orders';
import { dayOf, planned } from '@/tests/support/projects';
import { caseCalls } from './case-rows';
import { expectProblem } from './on-order';

const server = apiServer();
const { call, good, missing } = caseCalls(answerEndpoints);
const slug = (action: string) => `POST /answers/{code}/actions/${action.replaceAll('_', '-')}`;

const given = (order: string, dueOn: string | undefined, more: object = {}) => ({
  clientId: newId(),
  order,
  title: 'C区要一间棋牌室',
  decision: 'adopted',
  weighedBy: 'two_committees',
  weighedOn: '2024-01-12',
  words: '这个问题已经列入实施计划，预计2024年一季度建设完成。',
  reason: 'C区老人集中，两委会议同意列入计划。',
  dueOn,
  ...more,
});

async function answering() {
  const s = server();
  const { code: order } = await submitted(s, { item: '1403', words: '刮风下雨没地方坐，能不能弄个棋牌室？' });
  const [secretary, clerk] = [await s.signedIn('shuji'), await s.signedIn('chenchen')];
  const give = (dueOn: string | undefined = dayOf(s, 60), more: object = {}) =>
    good(clerk, 'POST /answers', given(order, dueOn, more));
  const sentTo = async (code: string, body: object) => ({
    code,
    version: (await secretary.get(`/answers/${code}`)).body.version,
    clientId: newId(),
    ...body,
  });
  const act = async (caller: HttpClient, code: string, action: string, body: object) =>
    good(caller, slug(action), await sentTo(code, body));
  const refusal = async (caller: HttpClient, code: string, action: string, body: object) =>
    call(caller, slug(action), await sentTo(code, body));
  return { s, order, secretary, clerk, give, act, refusal };
}

describe('审议—答复 over HTTP', () => {
  it('is sent with a reason and a date or not at all, read by everybody, and red once its day has passed', async () => {
    const { s, order, clerk, secretary, give, act, refusal } = await answering();
    const due = dayOf(s, 60);
    const volunteer = await s.signedIn('liuyang');
    expectProblem(await call(s.anybody(), 'POST /answers', given(order, due)), 401, 'auth.sign_in_required');
    expectProblem(await call(clerk, 'POST /answers', given(order, undefined)), 422, 'input.invalid');
    expectProblem(await call(clerk, 'POST /answers', given(order, due, { reason: '' })), 422, 'input.invalid');
    expectProblem(await call(clerk, 'POST /answers', given(order, '2020-01-01')), 412);
    expect([403, 404]).toContain((await call(volunteer, 'POST /answers', given(order, due))).status);

    const { code } = await give(due);
    expectProblem(await call(clerk, 'POST /answers', given(order, due)), 409);
    const read = await good(s.anybody(), 'GET /answers/{code}', { code });
    expect(read).toMatchObject({ decision: 'adopted', dueOn: due, late: false, order: null, abilities: [] });
    s.clock.advance(61 * 86_400_000);
    expect((await good(s.anybody(), 'GET /answers', { late: 'true' })).items).toMatchObject([{ code, late: true }]);

    const said = { words: '河边排水没做完，改到夏天开门。', reason: '排水改造推迟了工期，施工单位已经说明。' };
    expectProblem(await refusal(clerk, code, 'restate', { ...said, dueOn: dayOf(s, -1) }), 412);
    expectProblem(await refusal(clerk, code, 'take_back', said), 403, 'answer.not_for_you');
    await act(clerk, code, 'restate', { ...said, dueOn: dayOf(s, 60) });
    expect((await good(s.anybody(), 'GET /answers', { late: 'true' })).items).toEqual([]);
    const { code: project } = await planned(s, { dueOn: dayOf(s, 90) });
    await act(clerk, code, 'link', { project });
    await act(clerk, code, 'fulfil', { words: '棋牌室今天开门了，欢迎来坐。', doneOn: dayOf(s) });
    await act(secretary, code, 'reword', said);
    expectProblem(await refusal(clerk, code, 'fulfil', { words: said.words, doneOn: dayOf(s) }), 409);
  });

  it('is taken back by the secretary, with its history for those who keep it and those who watch', async () => {
    const { s, clerk, secretary, give, act } = await answering();
    const { code } = await give();
    await act(secretary, code, 'take_back', {
      words: '场地另有用途，不再建设。',
      reason: '规划调整后没有合适的房间。',
    });
    const name = 'GET /answers/{code}/events';
    const { items } = await good(clerk, name, { code });
    expect(items.map(({ type }: { type: string }) => type)).toEqual(['answer.given', 'answer.taken_back']);
    expect((await good(await s.signedIn('auditor'), name, { code })).items).toEqual(items);
    expectProblem(await call(await s.signedIn('liuyang'), name, { code }), 403, 'answer.not_for_you');
    expectProblem(await call(clerk, name, { code: 'PL-DF-2099-001' }), 404, 'answer.not_found');
  });

  it('tells of an anonymous suggestion nothing to those who only watch', async () => {
    const s = server();
    const { code: order } = await submitted(s, {
      item: '1403',
      words: '想要一间棋牌室',
      anonymous: true,
      contact: undefined,
    });
    const clerk = await s.signedIn('chenchen');
    const { code } = await good(clerk, 'POST /answers', given(order, dayOf(s, 60)));
    const name = 'GET /answers/{code}/events';
    expectProblem(await call(await s.signedIn('auditor'), name, { code }), 403, 'answer.not_for_you');
    expect((await good(clerk, name, { code })).items).toHaveLength(1);
  });

  it('leaves no row without a good call, and has a row for every action of the table', () => {
    expect(missing()).toEqual([]);
    const rows = answerEndpoints.flatMap(({ path }) => /actions\/(.*)$/.exec(path)?.[1] ?? []);
    expect(rows.sort()).toEqual(guard.actions.map((action) => action.replaceAll('_', '-')).sort());
  });
});
