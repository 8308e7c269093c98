import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startApp } from '@/bench/app-server';
import { answered, newLife, requestOf, type Staff, staff, stepNames, wordsOf } from '@/bench/lifecycle';
import { type Entry, halfMade, historyOf, lost, readDisk } from '../support/ledger';
import { type Answer, call, communityPlace, ensureBuild, type Place, send, signIn } from '../support/server';

/** Bounds, in bytes, what the running process may write to any file; `unlimited` gives the room back (Linux). */
function boundFiles(pid: number, bytes: number | 'unlimited'): void {
  const done = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`prlimit failed: ${done.error?.message ?? done.stderr}`);
}

const typed = '楼道灯坏了三天，老人晚上不敢下楼，请来看看。';

/** As a resident's browser posts the report. */
function report(server: Server): Promise<Answer> {
  const body = new FormData();
  const fields = { do: 'submit', words: typed, area: '320371003208005', naming: 'anonymous', clientId: 'typed-once' };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { 'sec-fetch-site': 'same-origin' };
  return send(`${server.base}/report/submit`, { method: 'POST', headers, body, redirect: 'manual' });
}

describe('no room on the disk', () => {
  let place: Place;
  let server: Server;
  let tokens: Record<Staff, string>;
  const ledger: Entry[] = [];

  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace();
    server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
    tokens = await signIn(server.base, staff);
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    place?.remove();
  });

  const sendEntry = async (entry: Entry): Promise<Answer> => {
    const { path, as, body } = entry.request;
    const answer = await call(server.base, 'POST', path, body, as ? tokens[as] : undefined);
    if (answer.status < 300) entry.answer = answer;
    return answer;
  };
  const newEntry = (key: string): Entry => {
    const entry: Entry = { key, step: 'submit', request: requestOf('submit', newLife(key)), answer: null };
    ledger.push(entry);
    return entry;
  };

  function expectNoRoom({ status, type, json, text }: Answer) {
    expect(status, text).toBe(503);
    expect(type).toMatch(/^application\/problem\+json/);
    expect(json.reason).toBe('server.no_room');
    expect(String(json.detail)).toMatch(/没有保存/);
    expect(text).not.toMatch(/SQLITE|EFBIG|ENOSPC|\.ts:\d|node_modules/i);
  }

  it('writes are refused in words, reads go on, nothing acknowledged is lost, and with room it goes on by itself', async () => {
    let life = newLife('before-the-disk-is-full');
    for (const step of stepNames.slice(0, 3)) {
      const entry: Entry = { key: life.key, step, request: requestOf(step, life), answer: null };
      ledger.push(entry);
      const { status, json } = await sendEntry(entry);
      life = answered(step, life, status, json);
    }

    boundFiles(server.pid, 4096);
    const refused = Array.from({ length: 12 }, (_, i) => newEntry(`while-the-disk-is-full-${i}`));
    for (const answer of await Promise.all(refused.map(sendEntry))) expectNoRoom(answer);
    const finish = requestOf('submit-evidence', life);
    expectNoRoom(await call(server.base, 'POST', finish.path, finish.body, tokens.fangmin));
    const photo = new FormData();
    photo.set('file', new Blob([onePixel], { type: 'image/png' }), 'photo.png');
    expectNoRoom(await send(`${server.base}/api/v1/uploads`, { method: 'POST', body: photo }));

    const kept = await report(server);
    expect([kept.status, kept.type]).toEqual([503, 'text/html; charset=utf-8']);
    expect(kept.text).toContain(typed);
    expect(kept.text).toMatch(/<form[^>]+action="\/report\/submit"/);
    expect(kept.text).toContain('value="typed-once"');

    const read = await call(server.base, 'GET', `/orders/${life.code}`, undefined, tokens.limin);
    expect([read.status, read.json.status]).toEqual([200, 'in_progress']);

    boundFiles(server.pid, 'unlimited');
    // The same again, under the same keys: kept once each.
    for (const entry of refused) expect((await sendEntry(entry)).status).toBe(201);
    for (const step of stepNames.slice(3)) {
      const entry: Entry = { key: life.key, step, request: requestOf(step, life), answer: null };
      ledger.push(entry);
      const { status, json } = await sendEntry(entry);
      life = answered(step, life, status, json);
    }
    expect((await report(server)).status).toBe(303);
    const disk = readDisk(place.file);
    expect(disk.integrity).toEqual(['ok']);
    expect(disk.orders).toHaveLength(14);
    expect(disk.orders.filter((order) => order.words === typed)).toHaveLength(1);
    expect(halfMade(disk)).toEqual([]);
    expect(lost(disk, ledger, wordsOf)).toEqual([]);
    expect((await historyOf(place.databaseUrl)).misfits).toEqual([]);
  }, 60_000);
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
