import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { mediationEndpoints } from '@/lib/mediation/endpoints';
import { guard } from '@/lib/mediation/workflow';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import type { HttpClient } from '@/tests/support/http-client';
import { poli } from '@/tests/support/mediations';
import { dayOf } from '@/tests/support/projects';
import { caseCalls } from './case-rows';
import { expectProblem } from './on-order';

const server = apiServer();
const { call, good, missing } = caseCalls(mediationEndpoints);
const slug = (action: string) => `POST /mediations/{code}/actions/${action.replaceAll('_', '-')}`;

/** A case as its secretary, its mediator and the party with an account act on it, each with the version of now. */
async function tableOf(s: ApiServer, at = '') {
  const [secretary, mediator, party] = [
    await s.signedIn('shuji'),
    await s.signedIn('xuwende'),
    await s.signedIn('wangguilan'),
  ];
  const parties = [{ name: `甲方${at}`, phone: '10099990018', account: 'wangguilan' }, { name: `乙方${at}` }];
  const opening = { clientId: newId(), community: poli, title: '楼道里放鞋柜的事', parties };
  const { code } = await good(secretary, 'POST /mediations', opening);
  const sent = async (action: string, body: object) => {
    const { version } = (await secretary.get(`/mediations/${code}`)).body;
    return { name: slug(action), said: { code, version, clientId: newId(), ...body } };
  };
  const act = async (caller: HttpClient, action: string, body: object = {}) => {
    const { name, said } = await sent(action, body);
    return good(caller, name, said);
  };
  const refusal = async (caller: HttpClient, action: string, body: object = {}) => {
    const { name, said } = await sent(action, body);
    return call(caller, name, said);
  };
  const today = dayOf(s);
  return { code, secretary, mediator, party, act, refusal, today };
}
type Table = Awaited<ReturnType<typeof tableOf>>;

const learned = ({ today }: Table) => ({ how: 'in_person', on: today });

async function agreed(s: ApiServer, table: Table): Promise<void> {
  const { secretary, party, act } = table;
  await act(secretary, 'propose_mediator', { mediator: s.idOf('xuwende'), kind: 'old_teacher' });
  for (const to of ['mediation', 'mediator']) {
    await act(party, 'consent', { party: 1, to });
    await act(secretary, 'consent', { party: 2, to, ...learned(table) });
  }
}

describe('有心工作室 over HTTP', () => {
  it('is registered, agreed to, talked over, written, signed, sealed, confirmed and performed', async () => {
    const s = server();
    const table = await tableOf(s);
    const { code, secretary, mediator, party, act, refusal, today } = table;
    const outsiders = [await s.signedIn('limin'), await s.signedIn('dujuan'), await s.signedIn('auditor')];

    expectProblem(await refusal(secretary, 'consent', { party: 2, to: 'mediation' }), 412, 'mediation.how_and_when');
    await agreed(s, table);
    const talk = {
      heldAt: new Date(s.clock.now()).toISOString(),
      place: '有心工作室',
      words: '鞋柜搬进屋里，各让一步',
    };
    expectProblem(await refusal(party, 'hold_session', talk), 403, 'mediation.not_for_you');
    await act(mediator, 'hold_session', talk);
    expectProblem(await refusal(mediator, 'seal', { on: today, sealNo: '调字1号' }), 403, 'mediation.not_for_you');

    const texts = { parties: '甲方、乙方，同住一个单元', facts: '楼道堆放鞋柜挡了路', performance: '三日内搬走鞋柜' };
    await act(mediator, 'write_agreement', texts);
    expectProblem(await refusal(mediator, 'write_agreement', { ...texts, facts: '' }), 422, 'input.invalid');
    const seal = { on: today, sealNo: '坡调〔2024〕018号', mediatorSigned: true };
    expectProblem(await refusal(secretary, 'seal', seal), 412, 'mediation.signatures_missing');
    for (const side of [1, 2]) await act(mediator, 'sign', { party: side, on: today });
    await act(secretary, 'seal', seal);
    expectProblem(await refusal(secretary, 'confirm', { on: today }), 412, 'mediation.not_applied');
    await act(secretary, 'apply_confirmation', { on: today });
    await act(secretary, 'confirm', { on: today });
    expectProblem(await refusal(secretary, 'confirm', { on: today }), 412, 'mediation.confirmed_already');
    await act(mediator, 'check_performance', { on: today, outcome: 'performed', words: '鞋柜已经搬走' });

    const read = await good(party, 'GET /mediations/{code}', { code });
    expect(read).toMatchObject({
      status: 'performed',
      you: 'party',
      confirmAppliedOn: today,
      confirmedOn: today,
      opinions: [],
    });
    expect((await good(party, 'GET /mediations')).items).toMatchObject([{ code }]);
    const events = (await good(mediator, 'GET /mediations/{code}/events', { code })).items;
    expect(events.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expectProblem(await call(party, 'GET /mediations/{code}/events', { code }), 403, 'mediation.not_for_you');
    for (const outsider of outsiders) {
      for (const name of ['GET /mediations/{code}', 'GET /mediations/{code}/events']) {
        expectProblem(await call(outsider, name, { code }), 404, 'mediation.not_found');
      }
    }
  });

  it('asks the legal duty roster, whose entries begin and end', async () => {
    const s = server();
    const table = await tableOf(s, '丙');
    const { code, secretary, mediator, party, act, today } = table;
    await agreed(s, table);
    const entry = { community: poli, kind: 'lawyer', name: '顾某', office: '法律援助工作站', validFrom: today };
    expectProblem(await call(mediator, 'POST /legal-duty', { clientId: newId(), ...entry }), 403);
    const { id } = await good(secretary, 'POST /legal-duty', { clientId: newId(), ...entry });
    const asked = { duty: id, question: '楼道是不是共有部分' };
    await act(mediator, 'ask_opinion', asked);
    const { opinions } = (await secretary.get(`/mediations/${code}`)).body;
    await act(mediator, 'answer_opinion', { opinion: opinions[0].id, words: '楼道是业主共有部分' });
    expect((await party.get(`/mediations/${code}`)).body.opinions).toEqual([]);

    const end = (caller: HttpClient, on: string, of = id) =>
      call(caller, 'POST /legal-duty/{id}/actions/end', { id: of, clientId: newId(), on });
    expectProblem(await end(mediator, today), 403, 'mediation.only_secretary');
    expectProblem(await end(secretary, today, newId()), 404, 'mediation.duty_unknown');
    expectProblem(await end(secretary, '2020-01-01'), 412, 'mediation.duty_before');
    await good(secretary, 'POST /legal-duty/{id}/actions/end', { id, clientId: newId(), on: today });
    expectProblem(await end(secretary, today), 409, 'mediation.duty_over');
    // The last day counts; the day after, nobody can be asked.
    await act(mediator, 'ask_opinion', asked);
    s.clock.advance(86_400_000);
    const late = { code, clientId: newId(), ...asked };
    expectProblem(await call(mediator, slug('ask_opinion'), late), 412, 'mediation.not_on_duty');
    const { items } = await good(mediator, 'GET /legal-duty', { community: poli });
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ validTo: today });
    expectProblem(await call(party, 'GET /legal-duty', { community: poli }), 403, 'mediation.duty_not_yours');
  });

  it('ends by one refusal, without agreement, by withdrawal or by another way, and names the other ways', async () => {
    const s = server();
    const ends = async (action: string, caller: 'party' | 'secretary' | 'mediator', body: object, until: string) => {
      const table = await tableOf(s, action);
      await agreed(s, table);
      await table.act(table[caller], action, body);
      const read = await good(table.party, 'GET /mediations/{code}', { code: table.code });
      expect(read).toMatchObject({ status: until });
      expect(read.otherWays).toEqual(['court', 'arbitration', 'police', 'hotline', 'petition', 'legal_aid']);
      expect(read.abilities).toEqual([]);
    };
    const words = '双方都不愿再谈下去';
    await ends('refuse', 'party', { party: 1 }, 'failed');
    await ends('fail', 'mediator', { words }, 'failed');
    await ends('withdraw', 'secretary', { words }, 'withdrawn');
    await ends('refer', 'mediator', { way: 'court', words }, 'referred');
  });

  it('leaves no row without a good call, and has a row for every action of the table', () => {
    expect(missing()).toEqual([]);
    const rows = mediationEndpoints.flatMap(({ path }) => /mediations\/\{code\}\/actions\/(.*)$/.exec(path)?.[1] ?? []);
    expect(rows.sort()).toEqual(guard.actions.map((action) => action.replaceAll('_', '-')).sort());
  });
});
