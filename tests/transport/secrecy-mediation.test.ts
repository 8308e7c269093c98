import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startApp } from '@/bench/app-server';
import { newId } from '@/lib/kernel/ids';
import { verbs } from '@/lib/mediation/verbs';
import { endpointRows } from '@/lib/transport/registry';
import type { Community } from '../support/community';
import { openTable, poli, secrets, settled, type Table } from '../support/mediations';
import { anOrder, type Made } from '../support/orders';
import { signInBrowser } from '../support/page-forms';
import { servedCommunity } from '../support/served-community';
import { call, communityPlace, ensureBuild, type Place, send, signIn } from '../support/server';
import { wholeDatabase } from '../support/whole-database';

// More sign in here at once than a throttle lets through.
let place: Place;
let server: Server;
const base = () => server.base;

const accounts = (JSON.parse(readFileSync('seeds/demo/accounts.json', 'utf8')) as { account: string }[]).map(
  ({ account }) => account,
);
/** Secretary, mediator and a party. */
const inside = ['shuji', 'xuwende', 'wangguilan'];
const outside = accounts.filter((account) => !inside.includes(account));

/** The number that the case has, and one that nobody ever gave; of one shape, so that answers are of one length. */
const real = 'PL-TJ-2024-001';
const ghost = 'PL-TJ-2024-777';

type Headers = Record<string, string>;
/** Somebody at a browser and at the API: cookie and token, or the code of an order alone. */
interface Caller {
  who: string;
  page: Headers;
  api: Headers;
}
let callers: Caller[];
let order: Made;
let opened: Table;
let community: Community;

/** An answer as it can be told from another: without what is different in every answer, and the moment it was made. */
const bare = (text: string): string =>
  text
    .replace(/"(requestId|countedAt)":"[^"]*"|"used":[\d.]+/g, '')
    // The demo's clock at the head of a page, and what is counted to the minute.
    .replace(/(?:演示时间|Demo time)[^<]*/g, '')
    .replace(/\d+ ?(?:分钟|分|min)/g, '')
    // Script and the data that goes along with it say again what the page says, in pieces as they got ready.
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'uuid')
    // A nonce is a UUID in base64; what an action's form carries is sealed anew for each page.
    .replace(/[\w+/=%-]{46,}/g, 'sealed');

/** Where two answers begin to differ, for whoever has to find out why. */
function difference(one = '', other = ''): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.slice(at, at + 60)}`;
}

async function answerOf(path: string, headers: Headers, init: RequestInit = {}): Promise<string> {
  const answer = await send(base() + path, {
    redirect: 'manual',
    ...init,
    headers: { 'accept-language': 'zh-CN', ...headers },
  });
  return `${answer.status} ${answer.type}\n${answer.text}`;
}

const q = (text: string) => encodeURIComponent(text);
/** What anybody may think of typing where an address takes more than a number. */
const queries = ['', `?q=${q(secrets.title)}`, `?q=${real}&community=${poli}`];

/** The rows of the contract that name no single case. */
const lists = () => endpointRows.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
/** Pages that gather, count, search or tell. The trail is looked at by itself, because this test writes into it. */
const gathering = () => [
  ...['/', '/board', '/board?tab=deliberation', '/cases', '/grid', '/me', '/mine', '/mediation', '/mediation/duty'],
  ...[
    '/desk',
    `/desk?q=${q(secrets.title)}`,
    `/desk?q=${real}`,
    '/desk/matters',
    '/desk/deliberations',
    '/desk/answers',
  ],
  ...['/desk/projects', '/desk/rounds', '/handle', '/handle/tasks', '/verify', '/volunteer', '/admin/outbox'],
  ...[`/desk/o/${order.code}`, `/desk/o/${order.code}/history`, `/handle/o/${order.code}`, `/t/${order.queryCode}`],
];

/** All that somebody reads without the number of a case. */
async function readAll({ page, api }: Caller): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ofOrder = [`/orders/${order.code}`, `/orders/${order.code}/events`, `/orders/${order.code}/candidates`];
  const wanted = [
    ...lists().flatMap(({ path }) => queries.map((query) => ({ path: `/api/v1${path}${query}`, headers: api }))),
    ...[...ofOrder, `/track/${order.queryCode}`].map((path) => ({ path: `/api/v1${path}`, headers: api })),
    ...gathering().map((path) => ({ path, headers: page })),
  ];
  for (const { path, headers } of wanted) found.set(path, await answerOf(path, headers));
  return found;
}

/** A number of callers at a time, as many as the machine has hands. */
async function forEach<T>(list: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await each(one);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

/** Waits until the server has told everybody what there was to tell. */
async function quiet(): Promise<void> {
  const db = new Database(place.file, { readonly: true });
  const left = db.prepare("SELECT count(*) FROM outbox_message WHERE state <> 'done'").pluck();
  try {
    for (let tries = 0; left.get() !== 0; tries++) {
      if (tries > 200) throw new Error('the outbox is not empty');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    db.close();
  }
}

const before = new Map<string, Map<string, string>>();

beforeAll(async () => {
  await ensureBuild();
  place = await communityPlace();
  server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
  community = await servedCommunity(place.databaseUrl, { daysAgo: 0 });
  order = await anOrder(community, { item: '1102', words: '楼上漏水，泡了地板，想请人调解。' });
  const tokens = await signIn(base(), outside);
  callers = [
    { who: 'nobody', page: {}, api: {} },
    { who: 'whoever holds the code of the order', page: {}, api: { 'order-phone-tail': '0001' } },
    ...(await Promise.all(
      outside.map(async (who) => ({
        who,
        page: { cookie: await signInBrowser(base(), who) },
        api: { authorization: `Bearer ${tokens[who]}` },
      })),
    )),
  ];
  await quiet();
  await forEach(callers, async (caller) => void before.set(caller.who, await readAll(caller)));
  opened = await openTable(community, { order: order.code });
  await settled(community, opened);
  await quiet();
}, 400_000);
afterAll(async () => {
  await community?.close();
  await server?.stop();
  place?.remove();
});

describe('outside of a mediation', () => {
  it('everything reads as it read before there was one, in every list, search, count and page', async () => {
    expect(opened.code).toBe(real);
    expect(callers).toHaveLength(outside.length + 2);
    const different: string[] = [];
    await forEach(callers, async (caller) => {
      const now = await readAll(caller);
      for (const [path, whole] of now) {
        const read = before.get(caller.who)?.get(path) ?? '';
        const [of, was] = whole === read ? ['', ''] : [bare(whole), bare(read)];
        if (of !== was) different.push(`${caller.who} ${path}: ${difference(was, of)}`);
        for (const [what, secret] of Object.entries(secrets)) {
          // What was typed into the search stands in its field again.
          const typed = path.includes(q(secret)) || path.includes(secret);
          if (!typed && whole.includes(secret)) different.push(`${caller.who} ${path}: ${what}`);
        }
      }
      expect(now.size).toBeGreaterThan(60);
    });
    expect(different).toEqual([]);
  }, 240_000);

  it('its number answers at every address as a number that nobody gave', async () => {
    const rows = endpointRows.filter(({ method, path }) => method === 'GET' && path.includes('{code}'));
    const pages = [
      '/mediation/CODE',
      '/mediation/CODE/sheet',
      '/board/CODE',
      '/board/CODE/print',
      '/board/CODE/comment',
    ]
      .concat([
        '/board/CODE/vote',
        '/desk/deliberations/CODE',
        '/desk/deliberations/CODE/sheets/1',
        '/desk/answers/CODE',
      ])
      .concat([
        '/desk/projects/CODE',
        '/desk/rounds/CODE',
        '/desk/o/CODE',
        '/t/CODE',
        '/verify/o/CODE',
        '/volunteer/t/CODE',
      ]);
    expect(rows.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/mediations/{code}', '/mediations/{code}/events']),
    );
    const told: string[] = [];
    await forEach(callers, async ({ who, page, api }) => {
      const asking = [
        ...rows.map(({ path }) => ({
          path: `/api/v1${path.replace('{code}', 'CODE').replace(/\{\w+\}/g, newId())}`,
          headers: api,
        })),
        ...pages.map((path) => ({ path, headers: page })),
      ];
      for (const { path, headers } of asking) {
        for (const method of path.includes('mediation') ? ['GET', 'HEAD', 'DELETE'] : ['GET']) {
          const [of, none] = await Promise.all(
            [real, ghost].map(async (code) => {
              const text = bare(await answerOf(path.replace('CODE', code), { ...headers, origin: base() }, { method }));
              return text.replaceAll(code, 'CODE');
            }),
          );
          if (of !== none) told.push(`${who} ${method} ${path}: ${difference(of, none)}`);
          if (/^2/.test(of ?? '') && path.includes('/mediations/')) told.push(`${who} ${method} ${path}: answered`);
        }
      }
    });
    expect(told).toEqual([]);
  }, 240_000);

  it('no action finds it, and none tells it from a number that nobody gave', async () => {
    const input = {
      ...{ version: 1, party: 1, to: 'mediation', mediator: newId(), kind: 'old_cadre', on: '2024-01-15' },
      ...{ how: 'in_person', heldAt: Date.parse('2024-01-15T09:00:00+08:00'), place: '会议室', duty: newId() },
      ...{
        words: '不存在的案子',
        question: '想问的一个问题',
        opinion: newId(),
        parties: '甲方乙方',
        facts: '事实部分',
      },
      ...{ performance: '履行部分', sealNo: '坡调一号', mediatorSigned: true, outcome: 'performed', way: 'court' },
    };
    const told: string[] = [];
    await forEach(callers, async ({ who, api }) => {
      for (const { action } of verbs) {
        for (const body of [input, {}]) {
          const [of, none] = await Promise.all(
            [real, ghost].map(async (code) => {
              const path = `/api/v1/mediations/${code}/actions/${action.replace(/_/g, '-')}`;
              const headers = { ...api, 'content-type': 'application/json' };
              const sent = JSON.stringify({ clientId: newId(), ...body });
              return bare(await answerOf(path, headers, { method: 'POST', body: sent })).replaceAll(code, 'CODE');
            }),
          );
          if (of !== none || !/^4/.test(of ?? '')) told.push(`${who} ${action}: ${of?.slice(0, 200)}`);
          const seen = body === input && api.authorization && !of?.includes('mediation.not_found');
          if (seen) told.push(`${who} ${action}: not tried, ${of?.slice(0, 300)}`);
        }
      }
    });
    expect(told).toEqual([]);
  }, 240_000);

  it('the trail names nobody of those inside, and of the others what they typed, whether it is there or not', async () => {
    const { rows } = wholeDatabase(place.file);
    const trail = (rows.audit_entry ?? []).filter(({ action }) => !String(action).startsWith('sign_in'));
    const ofInside = trail.filter(({ actor_id: by }) => inside.some((who) => community.idOf(who) === by));
    expect(ofInside).toEqual([]);
    const of = (code: string) =>
      trail
        .filter(({ data }) => String(data).includes(code))
        .map(({ actor_id: by, subject_id: what }) => `${by} ${what}`)
        .sort();
    expect(of(real).length).toBeGreaterThan(outside.length);
    expect(of(real)).toEqual(of(ghost));
    const auditor = callers.find(({ who }) => who === 'auditor');
    const page = await answerOf('/admin/audit', auditor?.page ?? {});
    for (const secret of Object.values(secrets)) expect(page).not.toContain(secret);
  });
});

describe('inside', () => {
  it('those three read it, at the same addresses', async () => {
    const tokens = await signIn(base(), inside);
    for (const who of inside) {
      const { status, text } = await call(base(), 'GET', `/mediations/${real}`, undefined, tokens[who]);
      expect([who, status, text.includes(secrets.title)]).toEqual([who, 200, true]);
      const cookie = await signInBrowser(base(), who);
      expect(await answerOf(`/mediation/${real}`, { cookie })).toContain(secrets.title);
      expect(await answerOf(`/mediation/${real}/sheet`, { cookie })).toContain(secrets.performance);
    }
  });
});
