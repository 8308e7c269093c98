import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { openEngine } from '@/db/client';
import { replayKey } from '@/lib/replay/tables';
import { outageOf } from '@/lib/transport/outage';
import { problemResponse } from '@/lib/transport/problem';
import { expectNoise } from '../support/noise';
import { communityPlace, type Place } from '../support/server';

const row = (key: string) => ({ key, fingerprint: '', answer: {}, createdAt: 1 });

let place: Place | undefined;
afterEach(() => place?.remove());

describe('the one writer, when the engine ends a transaction by itself', () => {
  it('refuses the whole batch with the engine’s own reason, keeps nothing of it, and goes on', async () => {
    place = await communityPlace();
    // As a full disk does: the transaction is over, and with it the savepoints of the verbs before.
    const outside = new Database(place.file);
    outside.exec(`create trigger no_room before insert on replay_key when new.key = 'too much'
      begin select raise(rollback, 'no room left'); end`);
    outside.close();
    const engine = openEngine(place.databaseUrl);
    try {
      const insert = (key: string) =>
        engine.transaction(async (tx) => void (await tx.insert(replayKey).values(row(key))));
      const done = await Promise.allSettled([insert('first'), insert('beside'), insert('too much'), insert('after')]);
      expect(done.map((d) => d.status)).toEqual(Array(4).fill('rejected'));
      for (const d of done) {
        const { reason } = d as PromiseRejectedResult;
        expect(`${reason} ${reason.cause ?? ''}`).toMatch(/no room left/);
      }
      await insert('later');
      const kept = await engine.reader.select({ key: replayKey.key }).from(replayKey).where(eq(replayKey.createdAt, 1));
      expect(kept.map((k) => k.key).sort()).toEqual(['later']);
    } finally {
      await engine.close();
    }
  });
});

/** Commits in a write-ahead log: frames that name the size of the database after them. */
function commitsIn(wal: string): number {
  const bytes = readFileSync(wal);
  const frame = 24 + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) if (bytes.readUInt32BE(at + 4) !== 0) commits++;
  return commits;
}

describe('verbs of many callers', () => {
  it('that come one by one, as requests do, share a commit, and each is acknowledged after it', async () => {
    place = await communityPlace();
    const engine = openEngine(place.databaseUrl);
    const outside = new Database(place.file, { readonly: true });
    try {
      const kept = outside.prepare('select 1 from replay_key where key = ?');
      await engine.transaction(async (tx) => void (await tx.insert(replayKey).values(row('opens the log'))));
      const before = commitsIn(`${place.file}-wal`);
      // Callbacks of one turn of the loop: what one of them awaits is done before the next begins.
      const calls = Array.from({ length: 32 }, (_, i) => {
        const key = `caller-${i}`;
        return new Promise((resolve) => setTimeout(resolve, 5))
          .then(() => engine.transaction(async (tx) => void (await tx.insert(replayKey).values(row(key)))))
          .then(() => expect(kept.get(key)).toBeDefined());
      });
      await Promise.all(calls);
      expect(commitsIn(`${place.file}-wal`) - before).toBeLessThan(8);
    } finally {
      outside.close();
      await engine.close();
    }
  });
});

describe('an outage', () => {
  const thrown = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('x'), { code }) });

  it('is told apart from a fault of the program', () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', '53100']) {
      expect(outageOf(thrown(code))).toMatchObject({ code: 'unavailable', reason: 'server.no_room' });
    }
    for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '57P03', 'ECONNREFUSED']) {
      expect(outageOf(thrown(code))).toMatchObject({ code: 'unavailable', reason: 'server.unavailable' });
    }
    for (const code of ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505']) expect(outageOf(thrown(code))).toBeNull();
  });

  it('is answered 503 in words with a time to try again, and logged', async () => {
    expectNoise(/"requestId":"r-7".*Failed query/);
    const response = problemResponse(thrown('SQLITE_FULL'), { locale: 'zh-CN', requestId: 'r-7' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(((await response.json()) as { detail: string }).detail).toMatch(/没有保存.*内容还在/);
  });
});
