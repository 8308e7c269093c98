import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { letterEndpoints } from '@/lib/letters/endpoints';
import { guard } from '@/lib/letters/workflow';
import { apiServer } from '@/tests/support/api-server';
import { poli } from '@/tests/support/deliberations';
import { dayOf } from '@/tests/support/projects';
import { caseCalls } from './case-rows';
import { expectProblem } from './on-order';

const server = apiServer();
const { call, good, missing } = caseCalls(letterEndpoints);
const slug = (action: string) => `POST /letters/{code}/actions/${action}`;

describe('工作联系单 over HTTP', () => {
  it('is sent, received, answered, sent back, given longer, answered again and closed; another is called off', async () => {
    const s = server();
    const [limin, lead, helper] = [
      await s.signedIn('limin'),
      await s.signedIn('gongshui'),
      await s.signedIn('gaofeng'),
    ];
    const letter = () => ({
      clientId: newId(),
      community: poli,
      subject: '三号楼前电缆井的归属',
      words: '请到场认定归属，并答复由谁更换井盖。',
      lead: 'DHS-UTIL',
      co: ['PL-PROP'],
      replyBy: dayOf(s, 3),
    });
    expectProblem(await call(lead, 'POST /letters', letter()), 403, 'letter.not_for_you');
    expectProblem(await call(limin, 'POST /letters', { ...letter(), co: ['DHS-UTIL'] }), 422, 'input.invalid');
    expectProblem(await call(limin, 'POST /letters', { ...letter(), replyBy: '2020-01-01' }), 412, 'letter.day_past');
    const { code } = await good(limin, 'POST /letters', letter());
    const on = (body: object = {}) => ({ code, clientId: newId(), ...body });
    const seen = async (body: object = {}) =>
      on({ version: (await good(limin, 'GET /letters/{code}', { code })).version, ...body });

    const words = '井归供电所，明天上午更换。';
    expectProblem(await call(lead, slug('reply'), on({ words })), 412, 'letter.receive_first');
    expectProblem(await call(limin, slug('receive'), on()), 403, 'letter.not_for_you');
    await good(lead, slug('receive'), on());
    await good(helper, slug('receive'), on());
    expectProblem(await call(lead, slug('receive'), on()), 412, 'letter.received_already');
    expectProblem(
      await call(limin, slug('close'), await seen({ reason: '已经说清楚了。' })),
      412,
      'letter.lead_owes_reply',
    );
    await good(lead, slug('reply'), on({ words }));
    const back = { reason: '没有写由谁更换。', replyBy: dayOf(s, 4) };
    await good(limin, slug('send-back'), await seen(back));
    expectProblem(await call(limin, slug('extend'), await seen(back)), 412, 'letter.not_later');
    await good(limin, slug('extend'), await seen({ ...back, replyBy: dayOf(s, 5) }));
    await good(lead, slug('reply'), on({ words: '由供电所抢修班更换。' }));
    const decided = [{ words: '供电所更换井盖。', owner: 'DHS-UTIL', dueOn: dayOf(s, 2) }];
    const met = {
      heldOn: dayOf(s),
      place: '社区会议室',
      agenda: '谁来更换井盖。',
      present: ['DHS-UTIL'],
      decisions: decided,
    };
    expectProblem(await call(lead, slug('hold-meeting'), await seen(met)), 403, 'letter.not_for_you');
    expectProblem(await call(limin, slug('hold-meeting'), await seen({ ...met, present: [] })), 422, 'input.invalid');
    await good(limin, slug('hold-meeting'), await seen(met));
    const decision = (await limin.get(`/letters/${code}`)).body.meetings[0].decisions[0].id;
    const later = { decision, dueOn: dayOf(s, 6), reason: '配件要从外地调。' };
    await good(limin, slug('postpone-decision'), await seen(later));
    const early = await seen({ reason: '由供电所更换。' });
    expectProblem(await call(limin, slug('close'), early), 412, 'letter.decisions_open');
    expectProblem(
      await call(helper, slug('settle-decision'), on({ decision, words })),
      403,
      'letter.decision_not_yours',
    );
    await good(lead, slug('settle-decision'), on({ decision, words }));
    expectProblem(await call(limin, slug('close'), { ...(await seen({ reason: '由供电所更换。' })), version: 1 }), 409);
    await good(limin, slug('close'), await seen({ reason: '由供电所更换。' }));

    expect((await good(limin, 'GET /letters', { status: 'closed' })).items).toMatchObject([{ code }]);
    const name = 'GET /letters/{code}/events';
    expect((await good(limin, name, { code })).items).toHaveLength(11);
    const stranger = await s.signedIn('dingsheng');
    expectProblem(await call(stranger, name, { code }), 404, 'letter.not_found');
    expectProblem(await call(stranger, 'GET /letters/{code}', { code }), 404, 'letter.not_found');

    const other = await good(limin, 'POST /letters', letter());
    await good(limin, slug('call-off'), { ...on({ version: 1, reason: '发错了单位。' }), code: other.code });
  });

  it('leaves no row without a good call, and has a row for every action of the table', () => {
    expect(missing()).toEqual([]);
    const rows = letterEndpoints.flatMap(({ path }) => /actions\/(.*)$/.exec(path)?.[1] ?? []);
    expect(rows.sort()).toEqual(guard.actions.map((action) => action.replaceAll('_', '-')).sort());
  });
});
