import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { roundEndpoints } from '@/lib/rounds/endpoints';
import { guard } from '@/lib/rounds/workflow';
import { apiServer } from '@/tests/support/api-server';
import { poli } from '@/tests/support/deliberations';
import { dayOf } from '@/tests/support/projects';
import { caseCalls } from './case-rows';
import { expectProblem } from './on-order';

const server = apiServer();
const { call, good, missing } = caseCalls(roundEndpoints);
const slug = (action: string) => `POST /rounds/{code}/actions/${action}`;

describe('征求意见 over HTTP', () => {
  it('asks, takes opinions from anybody, and ends with 我们听到 / 我们做', async () => {
    const s = server();
    const [secretary, clerk] = [await s.signedIn('shuji'), await s.signedIn('chenchen')];
    const question = () => ({
      clientId: newId(),
      community: poli,
      question: '活动室晚上开到几点合适？',
      opensOn: dayOf(s),
      closesOn: dayOf(s, 9),
    });
    expectProblem(await call(clerk, 'POST /rounds', question()), 403, 'round.not_for_you');
    const backwards = { ...question(), closesOn: dayOf(s, -1) };
    expectProblem(await call(secretary, 'POST /rounds', backwards), 422, 'input.invalid');
    const { code, version } = await good(secretary, 'POST /rounds', question());
    const on = (body: object) => ({ code, version, clientId: newId(), ...body });

    const own = '开到晚上八点就行，九点太吵了。';
    await good(s.anybody(), slug('collect'), { code, clientId: newId(), words: own });
    const paper = { way: 'paper', words: '冬天能不能早点开门。' };
    await good(clerk, slug('write-down'), on(paper));
    expectProblem(await call(clerk, slug('write-down'), on({ ...paper, heads: 3 })), 422, 'input.invalid');
    expectProblem(await call(clerk, slug('close'), on({})), 403, 'round.not_for_you');
    const rows = [{ heard: '上班的人希望晚饭后也能用', doing: '周一到周五开到二十点' }];
    expectProblem(await call(secretary, slug('publish'), on({ rows })), 409, 'round.not_in_state');
    expectProblem(await call(secretary, slug('close'), on({})), 422, 'round.early_without_reason');
    const closed = await good(secretary, slug('close'), on({ reason: '活动室装修，提前整理意见' }));
    expectProblem(await call(s.anybody(), slug('collect'), { code, clientId: newId(), words: own }), 409);

    const seen = { version: closed.version };
    expectProblem(await call(secretary, slug('publish'), on({ ...seen, rows: [] })), 422, 'input.invalid');
    const copied = [{ heard: own, doing: '周一到周五开到二十点' }];
    expectProblem(await call(secretary, slug('publish'), on({ ...seen, rows: copied })), 412);
    const published = await good(secretary, slug('publish'), on({ ...seen, rows }));
    const more = [...rows, { heard: '有人担心打牌声音大', doing: '二十点以后只留阅览室' }];
    await good(secretary, slug('add-to-list'), on({ version: published.version, rows: more }));

    const read = await good(s.anybody(), 'GET /rounds/{code}', { code });
    expect(read).toMatchObject({ phase: 'published', entries: null, lists: [{ version: 1 }, { version: 2 }] });
    expect(JSON.stringify(read)).not.toContain(own);
    expect((await good(s.anybody(), 'GET /rounds', { status: 'published' })).items).toMatchObject([{ code }]);
    const name = 'GET /rounds/{code}/events';
    expect((await good(clerk, name, { code })).items).toHaveLength(6);
    expect((await good(await s.signedIn('dujuan'), name, { code })).items).toHaveLength(6);
    expectProblem(await call(await s.signedIn('liuyang'), name, { code }), 403, 'round.not_for_you');
    expectProblem(await call(clerk, name, { code: 'PL-YJ-2099-001' }), 404, 'round.not_found');
  });

  it('leaves no row without a good call, and has a row for every action of the table', () => {
    expect(missing()).toEqual([]);
    const rows = roundEndpoints.flatMap(({ path }) => /actions\/(.*)$/.exec(path)?.[1] ?? []);
    expect(rows.sort()).toEqual(guard.actions.map((action) => action.replaceAll('_', '-')).sort());
  });
});
