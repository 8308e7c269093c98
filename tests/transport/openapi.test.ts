import { describe, expect, it } from 'vitest';
import { actionSlug } from '@/lib/kernel/endpoint';
import { holderActions, verbs } from '@/lib/orders/verbs';
import { actions } from '@/lib/orders/workflow';
import { endpointRows } from '@/lib/transport/registry';
import { apiServer } from '@/tests/support/api-server';
import { openApiFaults } from '@/tests/support/openapi-check';

const server = apiServer();
interface Operation {
  operationId: string;
  parameters: { name: string; in?: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
type Schema = { properties: Record<string, unknown>; required?: string[] };

/** The contract's table of paths as far as the loop goes, typed by hand; the actions come below. */
const paths = [
  'POST /login',
  'POST /login/code',
  'POST /logout',
  'GET /me',
  'GET /areas',
  'GET /areas/locate',
  'GET /categories',
  'POST /uploads',
  'POST /documents',
  'GET /stream',
  'POST /orders',
  'GET /orders',
  'GET /orders/{code}',
  'GET /orders/{code}/events',
  'GET /orders/{code}/candidates',
  'GET /orders/{code}/similar',
  'POST /orders/{code}/apart',
  'POST /orders/{code}/reveal',
  'POST /orders/{code}/suspension',
  'POST /orders/{code}/suspension/refuse',
  'POST /orders/{code}/tie',
  'POST /orders/{code}/sign-explanation',
  'POST /orders/{code}/whistle',
  'POST /orders/{code}/whistle/arrive',
  'GET /supervisions',
  'GET /supervisions/{code}',
  'POST /supervisions/{code}/actions/reply',
  'GET /track/{queryCode}',
  'GET /stats',
  'GET /stats/month',
  'GET /health',
];

/** What the kinds of cases around the loop add has tests of its own beside this one. */
const aroundTheLoop = /^\w+ \/(deliberations|projects|answers|mediations|legal-duty|letters|rounds|routing)(\/|$)/;

/** The bodies of the contract’s second table, beside `version` and `clientId`; fields may be added. */
const bodies: Record<string, string> = {
  classify: 'item urgency place about reason',
  offer: 'cells skills note',
  assign: 'handler reason',
  reassign: 'handler reason offer',
  claim: '',
  sign: '',
  contact: 'how reached words',
  arrive: 'position code reason photos',
  leave: 'position code reason photos',
  note: 'words photos toResident',
  'submit-evidence': 'outcome pieces missing words',
  pass: 'waiver',
  rework: 'reason words',
  return: 'reason basis betterOwner',
  release: 'reason',
  recall: 'reason',
  withdraw: 'reason',
  reopen: 'reason',
  appeal: 'reason',
  decline: 'reason words rightPlace',
  'ask-info': 'words photos',
  supplement: 'words photos',
  rate: 'solved stars reason words photos doorAgreed',
  callback: 'via reached contactedInTime solved stars words',
  nudge: '',
  merge: 'main',
  unmerge: '',
  'ask-extension': 'reason days words',
  'grant-extension': 'days words',
  'refuse-extension': 'reason',
  suspend: 'reason resumeOn plan',
  resume: 'words',
  split: 'parts drop',
  amend: 'words place photos',
  transfer: 'to reason',
  escalate: 'reason rule',
  supervise: 'colour owner replyBy',
};

async function document() {
  const { status, headers, body } = await server().anybody().get('/openapi.json');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
  return body as { paths: Record<string, Record<string, Operation>> } & Record<string, unknown>;
}

const bodyOf = (operation: Operation | undefined) => operation?.requestBody?.content['application/json']?.schema;

describe('/api/v1/openapi.json', () => {
  it('is OpenAPI 3.1', async () => {
    expect(openApiFaults(await document())).toEqual([]);
  });

  it('has every row and every path of the contract for the loop, and no other', async () => {
    const told = Object.entries((await document()).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const onOrders = verbs.map(({ action }) => `POST /orders/{code}/actions/${actionSlug(action)}`);
    const onTrack = holderActions.map((action) => `POST /track/{queryCode}/actions/${actionSlug(action)}`);
    const ofTheLoop = told.filter((path) => !aroundTheLoop.test(path));
    expect(ofTheLoop.sort()).toEqual([...paths, ...onOrders, ...onTrack].sort());
    const rows = endpointRows.map(({ method, path }) => `${method} ${path}`);
    expect(rows.filter((row) => !told.includes(row))).toEqual([]);
  });

  it('has every action of the workflow but the clock’s own', () => {
    const byClock = ['close_unrated', 'close_no_info'];
    expect(verbs.map(({ action }) => action).sort()).toEqual(actions.filter((a) => !byClock.includes(a)).sort());
    expect(Object.keys(bodies).sort()).toEqual(verbs.map(({ action }) => actionSlug(action)).sort());
  });

  it.each(Object.entries(bodies))('describes the body of %s', async (slug, fields) => {
    const { paths } = await document();
    const names = fields.split(' ').filter((name) => name !== '');
    const atDesk = bodyOf(paths[`/orders/{code}/actions/${slug}`]?.post);
    expect(Object.keys(atDesk?.properties ?? {})).toEqual(expect.arrayContaining(['clientId', 'version', ...names]));
    expect(atDesk?.required).toContain('version');
    // A key may stand in the header.
    expect(atDesk?.required).not.toContain('clientId');
    const held = bodyOf(paths[`/track/{queryCode}/actions/${slug}`]?.post);
    if (!held) return;
    const opened = ['clientId', 'version', 'pin', 'phoneTail', ...names];
    expect(Object.keys(held.properties)).toEqual(expect.arrayContaining(opened));
    expect(held.required ?? []).not.toContain('version');
  });

  it('takes in `POST /orders` what the contract lists', async () => {
    const submit = bodyOf((await document()).paths['/orders']?.post);
    // These came later: 我也遇到, 不是同一件, and the second item that is spoken of.
    const listed =
      'item words place contact anonymous confidential channel proxy about shiftStartsAt shiftEndsAt slots photos clientId joins apartFrom alsoItem';
    expect(Object.keys(submit?.properties ?? {}).sort()).toEqual(listed.split(' ').sort());
    const place = submit?.properties.place as Schema;
    expect(Object.keys(place.properties).sort()).toEqual(['address', 'areaCode', 'detail', 'point', 'pointCode']);
  });

  it('takes in `GET /orders` what the contract lists', async () => {
    const get = (await document()).paths['/orders']?.get;
    // `colour` came later: that of 督办 (3.5).
    const listed = 'status view area item q due assignee branch updatedSince cursor limit colour sort';
    expect(get?.parameters.map(({ name }) => name).sort()).toEqual(listed.split(' ').sort());
  });

  it('has what opens a code in headers, which nobody logs, and never in an address', async () => {
    const get = (await document()).paths['/track/{queryCode}']?.get;
    const told = get?.parameters.map(({ name, in: where, required }) => [name, where, required]);
    expect(told).toEqual([
      ['queryCode', 'path', true],
      ['Order-Pin', 'header', false],
      ['Order-Phone-Tail', 'header', false],
    ]);
  });

  it('lets fields be added to answers, as the contract says', async () => {
    expect(JSON.stringify(await document())).not.toContain('"additionalProperties":false');
  });
});

describe('the check itself', () => {
  it('finds what is wrong', async () => {
    const good = await document();
    const broken = (change: (copy: Awaited<ReturnType<typeof document>>) => void) => {
      const copy = structuredClone(good);
      change(copy);
      return openApiFaults(copy);
    };
    const at = (copy: typeof good, path: string, method: string): Operation =>
      copy.paths[path]?.[method] ?? { operationId: '', parameters: [] };
    const cases = [
      broken((c) => Object.assign(c, { openapi: '3.0.3' })),
      broken((c) => Object.assign(at(c, '/me', 'get'), { responses: {} })),
      broken((c) => Object.assign(at(c, '/orders/{code}', 'get'), { parameters: [] })),
      broken((c) => Object.assign(at(c, '/me', 'get'), { operationId: at(c, '/orders', 'get').operationId })),
      broken((c) => Object.assign(at(c, '/me', 'get'), { security: [{ basic: [] }] })),
      broken((c) => Object.assign(bodyOf(c.paths['/login']?.post) ?? {}, { required: ['nothing'] })),
      broken((c) => Object.assign(bodyOf(c.paths['/login']?.post)?.properties ?? {}, { account: { nullable: true } })),
      broken((c) => Object.assign(bodyOf(c.paths['/login']?.post)?.properties ?? {}, { account: { type: 'text' } })),
      broken((c) => Object.assign(bodyOf(c.paths['/login']?.post)?.properties ?? {}, { x: { $ref: '#/no/where' } })),
    ];
    expect(cases.map((faults) => faults.length)).toEqual(cases.map(() => 1));
  });
});
