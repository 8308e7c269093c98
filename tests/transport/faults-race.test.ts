import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startApp } from '@/bench/app-server';
import { volunteerLogin } from '@/bench/community';
import { answered, type Life, newLife, requestOf, type Staff, staff, stepNames, wordsOf } from '@/bench/lifecycle';
import { type Entry, halfMade, historyOf, lost, readDisk } from '../support/ledger';
import { type Answer, call, communityPlace, ensureBuild, type Place, signIn } from '../support/server';

const volunteers = Array.from({ length: 200 }, (_, i) => volunteerLogin(i + 1));

describe('many at once on one database', () => {
  let place: Place;
  let servers: [Server, Server];
  let tokens: Record<Staff, string>;
  let claimers: string[];

  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace({ extraVolunteers: volunteers.length });
    // Both at the same moment: a second program on the file must not disturb the start of the first either.
    const start = () => startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
    servers = await Promise.all([start(), start()]);
    tokens = await signIn(servers[0].base, staff);
    const signedIn = await signIn(servers[0].base, volunteers);
    claimers = volunteers.map((name) => signedIn[name] ?? '');
  }, 300_000);
  afterAll(async () => {
    await Promise.all((servers ?? []).map((server) => server.stop()));
    place?.remove();
  });

  /** An errand in C that is offered to the volunteers of its cell. */
  async function offered(key: string): Promise<{ code: string; version: number }> {
    const submitted = await call(servers[0].base, 'POST', '/orders', {
      item: '0902',
      words: wordsOf(key),
      place: { areaCode: '320371003208005' },
      clientId: `${key}-submit`,
    });
    expect(submitted.status, submitted.text).toBe(201);
    const code = String(submitted.json.code);
    const body = { cells: 'own', version: 1, clientId: `${key}-offer` };
    const offer = await call(servers[0].base, 'POST', `/orders/${code}/actions/offer`, body, tokens.limin);
    expect(offer.status, offer.text).toBe(200);
    return { code, version: Number(offer.json.version) };
  }

  const claim = (server: Server, token: string, { code, version }: { code: string; version: number }, key: string) =>
    call(server.base, 'POST', `/orders/${code}/actions/claim`, { version, clientId: key }, token);

  const winnersOf = (answers: Answer[]) => answers.filter((answer) => answer.status === 200);

  it('200 claims for one order within a second: one winner, 199 polite answers', async () => {
    const order = await offered('an-errand-that-two-hundred-want');
    const begun = performance.now();
    const sent = claimers.map((token, i) => claim(servers[0], token, order, `claim-of-${i}`));
    const sendingMs = performance.now() - begun;
    const answers = await Promise.all(sent);

    expect(sendingMs).toBeLessThan(1000);
    expect(winnersOf(answers)).toHaveLength(1);
    const losers = answers.filter((answer) => answer.status !== 200);
    expect(losers).toHaveLength(199);
    for (const { status, type, json } of losers) {
      expect(status).toBe(409);
      expect(type).toMatch(/^application\/problem\+json/);
      expect(json.reason).toBe('order.already_claimed');
      expect(String(json.detail).length).toBeGreaterThan(8);
      // Who came second learns nothing of what the order holds.
      expect(JSON.stringify(json)).not.toMatch(/棋牌室|version/);
    }
    const claimed = readDisk(place.file).events.filter((e) => e.type === 'order.claimed');
    expect(claimed).toHaveLength(1);
  }, 60_000);

  it('two servers on one file: each order claimed once, lives cross over, nothing is lost', async () => {
    const orders = [];
    for (let i = 0; i < 12; i++) orders.push(await offered(`a-race-over-two-servers-${i}`));
    const races = orders.map((order, i) => {
      const racers = claimers.slice(10 * i, 10 * i + 10);
      return Promise.all(racers.map((token, r) => claim(servers[r % 2 ? 1 : 0], token, order, `race-${i}-${r}`)));
    });

    const ledger: Entry[] = [];
    const live = async (writer: number) => {
      for (let n = 0; n < 3; n++) {
        let life: Life = newLife(`crossing-${writer}-${n}`);
        for (const [i, step] of stepNames.entries()) {
          const request = requestOf(step, life);
          const { base } = servers[(writer + i) % 2 ? 1 : 0];
          const token = request.as ? tokens[request.as] : undefined;
          const answer = await call(base, 'POST', request.path, request.body, token);
          ledger.push({ key: life.key, step, request, answer });
          life = answered(step, life, answer.status, answer.json);
        }
      }
    };
    const lives = Promise.all([0, 1, 2, 3].map(live));

    for (const answers of await Promise.all(races)) {
      expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(9).fill(409)]);
    }
    await lives;
    const disk = readDisk(place.file);
    expect(disk.integrity).toEqual(['ok']);
    expect(halfMade(disk)).toEqual([]);
    expect(lost(disk, ledger, wordsOf)).toEqual([]);
    expect((await historyOf(place.databaseUrl)).misfits).toEqual([]);
    for (const server of servers) expect(server.said()).not.toMatch(/"level":"error"/);
  }, 60_000);

  it('one of the two is killed in the middle: the other answers on, and keeps all', async () => {
    const [first, second] = servers;
    const ledger: Entry[] = [];
    const write = async (server: Server, writer: string, until: () => boolean) => {
      for (let n = 0; !until(); n++) {
        const life = newLife(`survivor-${writer}-${n}`);
        const entry: Entry = { key: life.key, step: 'submit', request: requestOf('submit', life), answer: null };
        ledger.push(entry);
        entry.answer = await call(server.base, 'POST', '/orders', entry.request.body).catch((error: unknown) => {
          if (server === second) throw error;
          return null;
        });
        if (!entry.answer) return;
        expect(entry.answer.status, entry.answer.text).toBe(201);
      }
    };
    let over = false;
    const writing = [0, 1, 2].flatMap((w) => [
      write(first, `first-${w}`, () => over),
      write(second, `second-${w}`, () => over),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await first.kill();
    const atDeath = ledger.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    over = true;
    await Promise.all(writing);
    expect(ledger.length).toBeGreaterThan(atDeath);
    const disk = readDisk(place.file);
    expect(disk.integrity).toEqual(['ok']);
    expect(halfMade(disk)).toEqual([]);
    expect(lost(disk, ledger, wordsOf)).toEqual([]);
    expect(second.said()).not.toMatch(/"level":"error"/);
  }, 60_000);
});
