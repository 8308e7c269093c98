import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import type { Answer, HttpClient } from '@/tests/support/http-client';
import { cellC } from '@/tests/support/orders';
import { expectProblem } from './on-order';

const server = apiServer();
const hour = 3_600_000;

/** A photo with the position and the camera in it, as phones send them. */
async function photo(shade: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: { r: shade, g: 90, b: 40 } } })
    .withExif({ IFD0: { Model: 'Phone of somebody' }, IFD3: { GPSLatitude: '34/1 20/1 0/1' } })
    .jpeg()
    .toBuffer();
  return new Uint8Array(bytes);
}

/** The order as the caller knows it from the answers alone: nothing here reads the database. */
function callerOf(s: ApiServer, code: string) {
  let version = 1;
  const does = async (who: string, action: string, body: Record<string, unknown> = {}): Promise<Answer> => {
    const client = await s.signedIn(who);
    const answer = await client.post(`/orders/${code}/actions/${action}`, { version, clientId: newId(), ...body });
    if (answer.status === 200) version = answer.body.version;
    return answer;
  };
  const read = async (who: string) => {
    const { body } = await (await s.signedIn(who)).get(`/orders/${code}`);
    version = body.version;
    return body;
  };
  return { does, read };
}

async function keep(client: HttpClient, shade: number): Promise<string> {
  const { status, body } = await client.upload(await photo(shade));
  expect([status, body.width, body.height]).toEqual([201, 90, 60]);
  return body.id;
}

describe('the life of an order, by the API alone', () => {
  it('goes from words over a rework and a reopening to a rating', async () => {
    const s = server();
    const resident = s.anybody();
    const located = await resident.get(`/areas/locate?address=${encodeURIComponent('C区5号楼')}`);
    const submit = await resident.post('/orders', {
      words: '楼道灯坏了三天，晚上看不见台阶。',
      place: { areaCode: located.body.areaCode, detail: '2单元' },
      contact: { name: '测试人', phone: '10073000001' },
      photos: [await keep(resident, 10)],
      clientId: newId(),
    });
    expect(submit.status, submit.text).toBe(201);
    const { code, queryCode, status, promise } = submit.body;
    expect([code.slice(0, 11), status]).toEqual(['PL20240115-', 'submitted']);
    expect(Date.parse(promise.acceptBy)).toBeLessThan(Date.parse(promise.finishBy));
    const order = callerOf(s, code);
    const track = async (action: string, body: Record<string, unknown> = {}) =>
      resident.post(`/track/${queryCode}/actions/${action}`, { clientId: newId(), ...body });

    // 派单: the desk confirms what the program suggested, looks who could take it, and names a handler.
    const suggested = await order.read('limin');
    expect([suggested.item, suggested.abilities.includes('assign')]).toEqual(['0601', true]);
    expect((await order.does('limin', 'classify', { item: '0501', reason: '是单元门灯，属公共部位。' })).status).toBe(
      200,
    );
    const who = (await (await s.signedIn('limin')).get(`/orders/${code}/candidates`)).body;
    const first = who.items.find((item: { preselected: boolean }) => item.preselected);
    expect(first.handler).toEqual({ unit: 'PL-PROP' });
    const assigned = await order.does('limin', 'assign', { handler: first.handler });
    expect([assigned.body.status, assigned.body.cell]).toEqual(['assigned', cellC]);

    // 接单, and the work on the ground.
    expect((await order.does('gaofeng', 'sign')).body.status).toBe('in_progress');
    const there = { lat: located.body.lat, lng: located.body.lng };
    expect((await order.does('gaofeng', 'contact', { how: 'phone', reached: true })).status).toBe(200);
    expect((await order.does('gaofeng', 'arrive', { position: there })).status).toBe(200);
    s.clock.advance(hour);
    expect((await order.does('gaofeng', 'leave', { position: there })).status).toBe(200);
    const evidence = async (shade: number) => {
      const firm = await s.signedIn('gaofeng');
      return {
        outcome: 'resolved',
        pieces: [
          { kind: 'photo_before', photos: [await keep(firm, shade)] },
          { kind: 'photo_after', photos: [await keep(firm, shade + 1)] },
          { kind: 'document', photos: [await keep(firm, shade + 2)] },
        ],
      };
    };
    const lacking = await order.does('gaofeng', 'submit-evidence', { outcome: 'resolved', pieces: [] });
    expectProblem(lacking, 412, 'order.evidence_incomplete');
    const handed = await order.does('gaofeng', 'submit-evidence', await evidence(20));
    expect(handed.body.status, handed.text).toBe('awaiting_verification');

    // 验单: the branch sends it back once, then passes it; who handled it never verifies.
    expectProblem(await order.does('gaofeng', 'pass'), 403);
    s.clock.advance(hour);
    const words = '现场看二层的灯还是不亮，请再修。';
    const back = await order.does('zhengshucheng', 'rework', { reason: 'not_solved_on_site', words });
    // Out of the verifier's sight again, so they are told no more than that it moved.
    expect(back.body).toEqual({ code, status: 'in_progress', version: expect.any(Number) });
    expect((await order.read('limin')).counts.rework).toBe(1);
    const again = await order.does('gaofeng', 'submit-evidence', await evidence(40));
    expect(again.body.status).toBe('awaiting_verification');
    expect((await order.does('zhengshucheng', 'pass')).status).toBe(200);

    // 评单: not solved opens it again under its number; then it is done anew, and closed.
    const no = await track('rate', { solved: 'no', stars: 2, reason: 'broken_again', words: '又不亮了。' });
    expect([no.body.status, no.body.comeback, no.body.counts.reopen]).toEqual(['submitted', 'reopened', 1]);
    const reopened = await order.read('limin');
    expect([reopened.level, reopened.code]).toEqual(['community', code]);
    const same = { handler: { unit: 'PL-PROP' } };
    expectProblem(await order.does('limin', 'assign', same), 412, 'order.earlier_handler_needs_reason');
    const sent = await order.does('limin', 'assign', { ...same, reason: '他们最熟悉这条线路。' });
    expect(sent.status, sent.text).toBe(200);
    await order.does('gaofeng', 'sign');
    await order.does('gaofeng', 'submit-evidence', await evidence(60));
    expect((await order.does('zhengshucheng', 'pass')).body.status).toBe('awaiting_rating');
    const yes = await track('rate', { solved: 'yes', stars: 5, words: '这回好了，谢谢。' });
    expect([yes.body.status, yes.body.outcome, yes.body.closing]).toEqual(['closed', 'resolved', 'rated']);

    // What the resident reads of it, photos and all.
    const { body: mine } = await resident.get(`/track/${queryCode}`);
    expect(mine.ratings.map((rating: { solved: string }) => rating.solved)).toEqual(['no', 'yes']);
    expect(mine.photos.filter(({ kind }: { kind: string }) => kind === 'photo_after')).toHaveLength(3);
    expect(mine.timeline[0].type).toBe('order.submitted');
    const { items } = (await (await s.signedIn('auditor')).get(`/orders/${code}/events`)).body;
    expect(items.map(({ type }: { type: string }) => type.replace('order.', ''))).toEqual([
      'submitted',
      'classified',
      'assigned',
      'signed',
      'contacted',
      'arrived',
      'left',
      'evidence_submitted',
      'reworked',
      'evidence_submitted',
      'passed',
      'rated',
      'assigned',
      'signed',
      'evidence_submitted',
      'passed',
      'rated',
    ]);
  });

  it('asks, is answered, is declined, appealed, and goes on in the street', async () => {
    const s = server();
    const resident = s.anybody();
    const place = { areaCode: `${cellC}-05` };
    const { body } = await resident.post('/orders', {
      item: '0803',
      words: '车位费涨了，没有人说明。',
      place,
      anonymous: true,
      clientId: newId(),
    });
    const order = callerOf(s, body.code);
    const track = async (action: string, more: Record<string, unknown>) =>
      resident.post(`/track/${body.code}/actions/${action}`, { pin: body.pin, clientId: newId(), ...more });
    expect((await order.does('limin', 'ask-info', { words: '请问是哪个停车场？' })).body.status).toBe('need_info');
    expect((await track('supplement', { words: '北门的。' })).body.status).toBe('submitted');
    await order.read('limin');
    const reason = { reason: 'other_channel', words: '价格由市场监管部门管。', rightPlace: '市场监管局' };
    expect((await order.does('limin', 'decline', reason)).body.status).toBe('declined');
    expect((await track('appeal', { reason: '社区收的钱，应由社区说明。' })).body.level).toBe('street');
    expectProblem(await track('appeal', { reason: '再说一次。' }), 409, 'order.not_in_state');
    expectProblem(await order.does('limin', 'assign', { handler: { unit: 'PL-COMM' } }), 403);
    await order.read('jiedao');
    const toStreet = await order.does('jiedao', 'assign', { handler: { unit: 'DHS-STREET' } });
    expect(toStreet.body.status, toStreet.text).toBe('assigned');
  });
});

describe('two volunteers and one offer', () => {
  const offered = async (s: ApiServer) => {
    const { body } = await s.anybody().post('/orders', {
      item: '0902',
      words: '请帮忙到药店买一盒降压药，送到家里。',
      place: { areaCode: `${cellC}-05`, detail: '2单元302室' },
      contact: { name: '测试人', phone: `1007400${String(Math.floor(Math.random() * 9999)).padStart(4, '0')}` },
      clientId: newId(),
    });
    const offer = { version: 1, clientId: newId(), cells: 'neighbours', note: '请带零钱。' };
    const { status } = await (await s.signedIn('limin')).post(`/orders/${body.code}/actions/offer`, offer);
    expect(status).toBe(200);
    return body.code as string;
  };

  it('claim at once: one has it, the other is told so politely and learns nothing of it', async () => {
    const s = server();
    const code = await offered(s);
    const claim = async (who: string) =>
      (await s.signedIn(who)).post(`/orders/${code}/actions/claim`, { version: 2, clientId: newId() });
    const answers = await Promise.all(['liuyang', 'mali'].map(claim));
    const [won, lost] = [200, 409].map((status) => answers.find((answer) => answer.status === status));
    expect(won?.body).toMatchObject({ code, status: 'in_progress' });
    if (!lost) throw new Error('both won');
    expectProblem(lost, 409, 'order.already_claimed');
    expect(Object.keys(lost.body).sort()).toEqual(['detail', 'reason', 'requestId', 'status', 'title', 'type']);
    expect(lost.body.detail).toBe('已被其他队员先接到，谢谢您。');
    for (const content of ['0902', '降压药', cellC, '302', '测试人', code, '10074', '零钱', '刘洋', '马丽']) {
      expect(lost.text).not.toContain(content);
    }
    // Neither does a look afterwards tell more.
    const loser = answers[0] === lost ? 'liuyang' : 'mali';
    expectProblem(await (await s.signedIn(loser)).get(`/orders/${code}`), 404, 'order.not_found');
    expect((await (await s.signedIn(loser)).get('/orders?view=pool')).text).not.toContain(code);
  });

  it('is not told to whom the offer did not match: for them there is no such order', async () => {
    const s = server();
    const code = await offered(s);
    await (await s.signedIn('liuyang')).post(`/orders/${code}/actions/claim`, { version: 2, clientId: newId() });
    for (const who of ['zhoujianguo', 'huanwei', 'heping']) {
      const answer = await (await s.signedIn(who)).post(`/orders/${code}/actions/claim`, {
        version: 2,
        clientId: newId(),
      });
      expectProblem(answer, 404, 'order.not_found');
    }
  });
});
