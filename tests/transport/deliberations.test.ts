import { describe, expect, it } from 'vitest';
import { verbs } from '@/lib/deliberation/verbs';
import { guard } from '@/lib/deliberation/workflow';
import { endpointRows } from '@/lib/transport/registry';
import { apiServer } from '@/tests/support/api-server';
import { openApiFaults } from '@/tests/support/openapi-check';

const server = apiServer();
const slug = (action: string) => action.replace(/_/g, '-');

/** The bodies of the actions beside `version` and `clientId`, typed by hand; fields may be added. */
const bodies: Record<string, string> = {
  revise: 'title titleEn motive belowMarket needsFiling',
  'state-basis': 'basis words owners',
  'write-plan': 'points pointsEn words',
  'send-plan': '',
  convene: 'body heldAt place web votesUntil',
  'enter-roll': 'seats',
  'freeze-roll': '',
  attend: 'present ordinals',
  'open-vote': '',
  count: 'way yes no abstain',
  'close-vote': 'minutes',
  'annul-meeting': 'reason witness',
  reject: 'reason',
  withdraw: 'reason',
  publish: 'points pointsEn words reason',
  correct: 'points pointsEn words reason',
  'answer-objection': 'objection publicWords answer',
  file: 'unit on receiptNo',
  'set-prices': 'prices',
  begin: '',
  'hand-on': 'orders',
  'publish-result': 'points words figures',
  'correct-result': 'points words figures reason',
  'add-source': 'orders',
  attach: 'document meeting isPublic',
};

interface Operation {
  requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown>; required?: string[] } }> };
}

describe('deliberations over HTTP', () => {
  it('have every path, and every action of the table but the program’s own', () => {
    const rows = endpointRows
      .filter(({ path }) => path.startsWith('/deliberations'))
      .map(({ method, path }) => `${method} ${path}`);
    const read = ['GET ', 'POST ', 'GET /{code}', 'GET /{code}/events'];
    const meeting = ['roll', 'tally', 'receipt'].map((what) => `GET /{code}/meetings/{meeting}/${what}`);
    const actions = guard.actions
      .filter((action) => action !== 'take_project')
      .map((action) => `POST /{code}/actions/${slug(action)}`);
    const listed = [...read, ...meeting, ...actions].map((row) => row.replace(' ', ' /deliberations'));
    expect(rows.sort()).toEqual(listed.sort());
    expect(Object.keys(bodies).sort()).toEqual(verbs.map(({ action }) => slug(action)).sort());
  });

  it('stand in the document, each action with its body', async () => {
    const { body } = await server().anybody().get('/openapi.json');
    expect(openApiFaults(body)).toEqual([]);
    const { paths } = body as { paths: Record<string, Record<string, Operation>> };
    for (const [action, fields] of Object.entries(bodies)) {
      const operation = paths[`/deliberations/{code}/actions/${action}`]?.post;
      const schema = operation?.requestBody?.content['application/json']?.schema;
      const names = fields.split(' ').filter((name) => name !== '');
      expect(Object.keys(schema?.properties ?? {}), action).toEqual(
        expect.arrayContaining(['clientId', 'version', ...names]),
      );
    }
  });

  it('are opened by the secretary, read by those who may, and not there for anybody while they are drafts', async () => {
    const secretary = await server().signedIn('shuji');
    const opening = {
      clientId: crypto.randomUUID(),
      community: '320371003208',
      title: '规范四个小区停车',
      motive: 'proposed_by_residents',
    };
    const resident = await server().signedIn('wangguilan');
    expect((await resident.post('/deliberations', opening)).status).toBe(403);
    const opened = await secretary.post('/deliberations', opening);
    expect(opened.status).toBe(201);
    const { code } = opened.body as { code: string };
    expect(code).toMatch(/^PL-YS-\d{4}-\d{3}$/);
    const detail = await secretary.get(`/deliberations/${code}`);
    expect(detail.body).toMatchObject({
      code,
      status: 'propose',
      files: [],
      openedAt: expect.stringMatching(/\+08:00$/),
    });
    expect((await server().anybody().get(`/deliberations/${code}`)).status).toBe(404);
    expect((await resident.get(`/deliberations/${code}`)).status).toBe(404);
    expect((await server().anybody().get('/deliberations')).body).toMatchObject({ items: [] });
    expect((await secretary.get('/deliberations?status=nonsense')).status).toBe(422);

    const asked = { version: 1, clientId: crypto.randomUUID(), basis: 'not_shared' };
    expect((await resident.post(`/deliberations/${code}/actions/state-basis`, asked)).status).toBe(404);
    const stated = await secretary.post(`/deliberations/${code}/actions/state-basis`, asked);
    expect([stated.status, (stated.body as { version: number }).version]).toEqual([200, 2]);
    const stale = await secretary.post(`/deliberations/${code}/actions/state-basis`, {
      ...asked,
      clientId: crypto.randomUUID(),
    });
    expect(stale).toMatchObject({ status: 409, body: { reason: 'deliberation.stale', version: 2 } });
    const events = await secretary.get(`/deliberations/${code}/events`);
    expect((events.body as { items: { type: string }[] }).items.map(({ type }) => type)).toEqual([
      'deliberation.opened',
      'deliberation.basis_stated',
    ]);
  });
});

describe('POST /documents', () => {
  const send = (key: string, bytes: Uint8Array<ArrayBuffer>, name = '会议记录.pdf') => {
    const form = new FormData();
    form.set('file', new File([bytes], name, { type: 'application/pdf' }));
    return server()
      .signedIn(key)
      .then((client) => client.send('POST', '/documents', { body: form }));
  };
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

  it('takes a PDF of staff, by its bytes and not by its name', async () => {
    const kept = await send('chenchen', pdf);
    expect(kept).toMatchObject({ status: 201, body: { name: '会议记录.pdf', bytes: pdf.length } });
    const picture = await send('chenchen', new TextEncoder().encode('\x89PNG not a pdf'), 'minutes.pdf');
    expect(picture).toMatchObject({ status: 415, body: { reason: 'upload.document_wrong_type' } });
    expect(await send('wangguilan', pdf)).toMatchObject({
      status: 403,
      body: { reason: 'upload.document_staff_only' },
    });
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    expect(await send('chenchen', large)).toMatchObject({
      status: 413,
      body: { reason: 'upload.document_too_large' },
    });
  });
});

describe('a vote over HTTP', () => {
  it('is cast once for a receipt, which stands in the tally after the end, and never in an address', async () => {
    const secretary = await server().signedIn('shuji');
    const opened = await secretary.post('/deliberations', {
      clientId: crypto.randomUUID(),
      community: '320371003208',
      title: '河边装路灯',
      motive: 'proposed_by_residents',
    });
    const { code } = opened.body;
    let { version } = opened.body;
    const act = async (action: string, body: Record<string, unknown> = {}) => {
      const done = await secretary.post(`/deliberations/${code}/actions/${action}`, {
        version,
        clientId: crypto.randomUUID(),
        ...body,
      });
      expect(done.status, `${action}: ${done.text}`).toBe(200);
      version = done.body.version;
      return done;
    };
    await act('state-basis', { basis: 'not_shared' });
    const heldAt = new Date(server().clock.now()).toISOString();
    await act('convene', { body: 'party_committee', heldAt, place: '党群服务中心', web: true, votesUntil: heldAt });
    const accounts = ['liuyang', 'mali', 'wangguilan'];
    const names = ['刘洋', '马丽', '王桂兰'];
    await act('enter-roll', { seats: accounts.map((account, i) => ({ name: names[i], account })) });
    const frozen = await act('freeze-roll');
    expect(frozen.body.needed).toMatchObject({ eligible: 3, present: { needed: 2 } });
    await act('open-vote');
    const { meetings } = (await secretary.get(`/deliberations/${code}`)).body;
    const at = `/deliberations/${code}/meetings/${meetings[0].id}`;
    expect((await secretary.get(`${at}/roll`)).body.seats).toHaveLength(3);

    const cast = async (who: string, choice: string, clientId: string = crypto.randomUUID()) =>
      (await server().signedIn(who)).post(`/deliberations/${code}/actions/cast`, { clientId, choice });
    const key = crypto.randomUUID();
    const first = await cast('liuyang', 'yes', key);
    expect([first.status, first.body.receipt]).toEqual([200, expect.stringMatching(/^[0-9A-Z]{16}$/)]);
    expect((await cast('liuyang', 'yes', key)).body).toEqual(first.body);
    expect(await cast('liuyang', 'no')).toMatchObject({ status: 412, body: { reason: 'deliberation.voted_already' } });
    expect(await cast('liuyang', 'no', 'not-a-uuid')).toMatchObject({ status: 422 });
    // A draft is not even there for who has no vote in it.
    expect(await cast('zhoujianguo', 'no')).toMatchObject({ status: 404 });
    expect((await server().anybody().post(`/deliberations/${code}/actions/cast`, {})).status).toBe(401);
    await cast('mali', 'yes');
    const anybody = server().anybody();
    expect((await (await server().signedIn('liuyang')).get(`${at}/tally`)).status).toBe(404);
    server().clock.advance(1);
    await act('close-vote', { minutes: '两人在网上表决' });

    const tally = await anybody.get(`${at}/tally`);
    // Two ballots would say who voted how: their digest is published, and not the list.
    expect(tally.body).toMatchObject({ intact: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(tally.body).toMatchObject({ lines: null, withheld: 'few' });
    const own = await anybody.get(`${at}/receipt`, { 'ballot-receipt': first.body.receipt });
    expect(own).toMatchObject({ status: 200, body: { choice: 'yes' } });
    const none = await anybody.get(`${at}/receipt`, { 'ballot-receipt': '0000000000000000' });
    expect(none).toMatchObject({ status: 404, body: { reason: 'deliberation.receipt_unknown' } });
    expect((await anybody.get(`${at}/receipt?receipt=${first.body.receipt}`)).status).not.toBe(200);
    // Minutes, the roll and the history are not for everybody.
    expect((await anybody.get(`/deliberations/${code}`)).body.meetings[0].minutes).toBeNull();
    for (const path of [`${at}/roll`, `/deliberations/${code}/events`]) {
      expect((await anybody.get(path)).status, path).toBe(401);
      expect((await (await server().signedIn('wangguilan')).get(path)).status, path).toBe(403);
    }
  });
});
