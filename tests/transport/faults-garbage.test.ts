import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, type Server, startApp } from '@/bench/app-server';
import { answered, newLife, requestOf, type Staff, staff, stepNames } from '@/bench/lifecycle';
import { endpointRows } from '@/lib/transport/registry';
import { type Garbage, garbageMaker } from '../support/garbage';
import { type Answer, call, communityPlace, ensureBuild, type Place, seeded, send, signIn } from '../support/server';

const megabytes = (n: number) => n * 1024 * 1024;

/** What the machine would say of itself: frames of a stack, files, statements. */
const inside = /\n\s+at |node_modules|\/lib\/|\.next\/|SQLITE_|SqliteError|DrizzleQuery|ZodError|select .* from "/;

/** What nobody expected, and words that are missing. */
const complaints = /"level":"error"|FORMATTING_ERROR|MISSING_MESSAGE/;

describe('what no client would send', () => {
  let place: Place;
  let server: Server;
  let tokens: Record<Staff, string>;
  const codes: string[] = [];

  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace();
    server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
    tokens = await signIn(server.base, staff);
    for (let n = 0; n < stepNames.length; n++) {
      let life = newLife(`stands-at-${n}`);
      for (const step of stepNames.slice(0, n + 1)) {
        const { path: at, as, body } = requestOf(step, life);
        const { status, json } = await call(server.base, 'POST', at, body, as ? tokens[as] : undefined);
        life = answered(step, life, status, json);
      }
      codes.push(life.code, life.queryCode);
    }
    await effectsDone();
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    place?.remove();
  });

  function onDisk<T>(read: (db: Database.Database) => T): T {
    const db = new Database(place.file, { readonly: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  }
  async function effectsDone(): Promise<void> {
    const waiting = () =>
      onDisk((db) => db.prepare("select count(*) from outbox_message where state <> 'done'").pluck().get());
    for (let i = 0; i < 200 && waiting() !== 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(waiting()).toBe(0);
  }
  /** A row without when the ladder looks at it next, which the clock writes by itself. */
  const lasting = (row: unknown) => ({ ...(row as object), look_at: undefined });
  /** A hash of each table; refusals are noted, typed text is kept, sessions say when they were last seen, days are sealed. */
  const contents = () =>
    onDisk((db) => {
      const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
      const moving = ['audit_entry', 'draft', 'session', 'order_seal'];
      return Object.fromEntries(
        tables
          // The index of words has one column and no rows of its own: what it holds lies in the tables beside it.
          .filter((name) => !moving.includes(name) && name !== 'order_search')
          .map((name) => [
            name,
            createHash('sha256')
              .update(JSON.stringify(db.prepare(`select * from "${name}" order by 1, 2`).all().map(lasting)))
              .digest('hex'),
          ]),
      );
    });

  function expectPolite({ status, type, text, json }: Answer, what: string) {
    expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
    expect(text, what).not.toMatch(inside);
    if (status < 400 || text === '' || !/json/.test(type)) return;
    expect(json, what).toMatchObject({ status, reason: expect.stringMatching(/^[a-z_]+(\.[a-z0-9_]+)+$/) });
    expect(String(json.detail), what).toMatch(/\p{Script=Han}|[a-z]/u);
  }
  const throwAt = async ({ path: at, ...init }: Garbage) => {
    const what = `${init.method} ${at.slice(0, 120)} ${JSON.stringify(init.headers)} ${String(init.body).slice(0, 200)}`;
    expectPolite(await send(`${server.base}${at}`, { ...init, redirect: 'manual' }), what);
  };

  it('every endpoint, and 300 made-up ones: never a 5xx, never the machine’s own words, nothing changed', async () => {
    const before = contents();
    const maker = garbageMaker(seeded(20_240_115), { codes, tokens: Object.values(tokens) });
    // Signing out asks for nothing, so nothing can be wrong with it.
    const rows = [...endpointRows.filter((row) => row.path !== '/logout'), { method: 'POST', path: '/uploads' }];
    const thrown: Garbage[] = rows.flatMap((row) =>
      Array.from({ length: 6 }, () => maker.at(row.method, `/api/v1${row.path}`)),
    );
    for (let i = 0; i < 300; i++) thrown.push(maker.anywhere(i % 2 ? '/api/v1' : ''));
    while (thrown.length > 0) await Promise.all(thrown.splice(0, 16).map(throwAt));
    expect(contents()).toEqual(before);
    expect(server.said()).not.toMatch(complaints);
  }, 60_000);

  it('every page and form of the screens as well', async () => {
    const before = contents();
    const maker = garbageMaker(seeded(7), { codes, tokens: Object.values(tokens) });
    const manifest = readFileSync(path.join(root, '.next', 'app-path-routes-manifest.json'), 'utf8');
    const pages = Object.values(JSON.parse(manifest) as Record<string, string>).filter(
      (at) => !at.startsWith('/_') && !at.startsWith('/api/'),
    );
    for (const at of pages) {
      const thrown = ['GET', 'POST', 'POST'].map((method) => maker.at(method, at));
      await Promise.all(
        thrown.map(({ headers, ...rest }) =>
          // As a browser would: from this site, without a token.
          throwAt({ ...rest, headers: { ...headers, authorization: '', 'sec-fetch-site': 'same-origin' } }),
        ),
      );
    }
    expect(contents()).toEqual(before);
    expect(server.said()).not.toMatch(complaints);
  }, 60_000);

  it('ten megabytes, said or unsaid, are refused before they are read to the end', async () => {
    const before = contents();
    const large = `{"words":"${'a'.repeat(megabytes(10))}"}`;
    const json = { 'content-type': 'application/json' };
    const { limin } = tokens;
    const targets = ['/orders', '/login', `/orders/${codes[0]}/actions/classify`, `/track/${codes[1]}/actions/rate`];
    for (const at of targets) {
      const headers = { ...json, authorization: `Bearer ${limin}` };
      const said = await send(`${server.base}/api/v1${at}`, { method: 'POST', headers, body: large });
      expect([said.status, said.json.reason], at).toEqual([413, 'http.too_large']);
      const stream = new Blob([large]).stream();
      const chunked = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit;
      const unsaid = await send(`${server.base}/api/v1${at}`, chunked);
      expect([unsaid.status, unsaid.json.reason], at).toEqual([413, 'http.too_large']);
    }
    const photo = new FormData();
    photo.set('file', new Blob([new Uint8Array(megabytes(10))], { type: 'image/jpeg' }), 'large.jpg');
    const upload = await send(`${server.base}/api/v1/uploads`, { method: 'POST', body: photo });
    expect(upload.status, upload.text).toBe(413);
    expect(contents()).toEqual(before);
  }, 60_000);

  it('what is not even HTTP breaks nothing', async () => {
    const lines = [
      'nonsense\r\n\r\n',
      'GET /api/v1/health HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n{}',
      'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"half',
      'GET //evil.example/%2e%2e/%2e%2e HTTP/1.1\r\nHost: \r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0xff, 0xfe]),
    ];
    for (const line of lines) expect(await rawStatus(server.port, line)).not.toMatch(/^5/);
    expect((await call(server.base, 'GET', '/health')).status).toBe(200);
  }, 30_000);
});

/** The status of whatever comes back, or nothing when the other side just hangs up or waits. */
function rawStatus(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? '');
    };
    socket.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes('\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.setTimeout(500, done);
  });
}
