import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startApp } from '@/bench/app-server';
import { answered, newLife, requestOf, type Staff, staff, stepNames, wordsOf } from '@/bench/lifecycle';
import { type Entry, halfMade, historyOf, lost, readDisk } from '../support/ledger';
import { type Answer, call, communityPlace, ensureBuild, type Place, seeded, signIn } from '../support/server';

const rounds = 20;
const writers = 8;

describe('kill -9 under load', () => {
  let place: Place;
  let server: Server;
  let tokens: Record<Staff, string>;
  const ledger: Entry[] = [];

  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace();
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    place?.remove();
  });

  const sendAgain = ({ request: { path, as, body } }: Entry): Promise<Answer> =>
    call(server.base, 'POST', path, body, as ? tokens[as] : undefined);

  /** One person after another brings orders from words to rating until the server is gone. */
  async function write(writer: string): Promise<void> {
    for (let n = 0; ; n++) {
      let life = newLife(`${writer}-${n}-under-load`);
      for (const step of stepNames) {
        const entry: Entry = { key: life.key, step, request: requestOf(step, life), answer: null };
        ledger.push(entry);
        try {
          entry.answer = await sendAgain(entry);
        } catch {
          // The connection broke: nobody knows whether this one was kept.
          return;
        }
        life = answered(step, life, entry.answer.status, entry.answer.json);
      }
    }
  }

  it(`${rounds} times loses nothing acknowledged, leaves no half-made order, and answers again what it answered`, async () => {
    const random = seeded(20_240_115);
    let begun = 0;
    for (let round = 0; round <= rounds; round++) {
      server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
      tokens ??= await signIn(server.base, staff);

      const disk = readDisk(place.file);
      expect(disk.integrity).toEqual(['ok']);
      expect(halfMade(disk)).toEqual([]);
      expect(lost(disk, ledger, wordsOf)).toEqual([]);

      // Callers whose line broke send the same again, and so does one whose answer got lost on the way.
      const last = ledger.slice(begun);
      const answered = last.filter((e) => e.answer !== null);
      for (const entry of [...answered.filter(() => random() < 0.25), ...last.filter((e) => e.answer === null)]) {
        const again = await sendAgain(entry);
        expect(again.status, `${entry.step} of ${entry.key}: ${again.text}`).toBeLessThan(300);
        if (entry.answer) expect(again.json).toEqual(entry.answer.json);
        entry.answer = again;
      }
      expect(lost(readDisk(place.file), last, wordsOf)).toEqual([]);
      if (round === rounds) break;

      begun = ledger.length;
      const load = Array.from({ length: writers }, (_, w) => write(`round${round}-writer${w}`));
      await new Promise((resolve) => setTimeout(resolve, 150 + random() * 350));
      await server.kill();
      await Promise.all(load);
    }
    expect(ledger.filter((e) => e.answer !== null).length).toBeGreaterThan(rounds * writers);
    expect(server.said()).not.toMatch(/"level":"error"/);
    const history = await historyOf(place.databaseUrl);
    expect(history.misfits).toEqual([]);
    expect(history.orders).toBe(new Set(ledger.map((e) => e.key)).size);
  }, 240_000);
});
