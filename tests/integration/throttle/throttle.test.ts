import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { throttleCounter } from '@/lib/throttle/tables';
import { clear, giveBack, hit, hitAll, sweepThrottles } from '@/lib/throttle/throttle';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

const start = Date.parse('2026-11-20T10:00:00+08:00');
const minute = 60_000;

let db: TestDatabase;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  db = await testDatabase();
  const rules = { pin: { limit: 3, windowSeconds: 600, blockSeconds: 900 }, lookup: { limit: 3, windowSeconds: 600 } };
  await changeSetting(db.ctx(), { key: 'throttle.pin', value: rules.pin });
  await changeSetting(db.ctx(), { key: 'throttle.lookup', value: rules.lookup });
  return () => vi.useRealTimers();
});

const tryPin = (subject = 'code 192.0.2.1') => hit(db.ctx(), 'pin', subject);
const refusal = async (work: Promise<unknown>) => (await work.then(() => null).catch((e) => e))?.details;

describe('a throttle', () => {
  it('lets the limit through and closes for the block time after the last try', async () => {
    await tryPin();
    await tryPin();
    vi.setSystemTime(start + 5 * minute);
    await tryPin();
    expect(await refusal(tryPin())).toEqual({ retryAfterSeconds: 900, params: { minutes: 15 } });
    vi.setSystemTime(start + 20 * minute - 1);
    expect(await refusal(tryPin())).toEqual({ retryAfterSeconds: 1, params: { minutes: 1 } });
    vi.setSystemTime(start + 20 * minute);
    await expect(tryPin()).resolves.toBeUndefined();
    await expect(tryPin()).resolves.toBeUndefined();
  });

  it('closes until its window ends where it has no block time', async () => {
    for (let i = 0; i < 3; i++) await hit(db.ctx(), 'lookup', '192.0.2.1');
    vi.setSystemTime(start + 4 * minute);
    expect(await refusal(hit(db.ctx(), 'lookup', '192.0.2.1'))).toMatchObject({ retryAfterSeconds: 360 });
    vi.setSystemTime(start + 10 * minute);
    await expect(hit(db.ctx(), 'lookup', '192.0.2.1')).resolves.toBeUndefined();
  });

  it('begins anew when the window is over', async () => {
    await tryPin();
    await tryPin();
    vi.setSystemTime(start + 10 * minute);
    await tryPin();
    await tryPin();
    await expect(tryPin()).resolves.toBeUndefined();
  });

  it('keeps its subjects apart and stores none of them', async () => {
    for (let i = 0; i < 3; i++) await tryPin('A 10012345678');
    await expect(tryPin('B 10012345678')).resolves.toBeUndefined();
    await expect(tryPin('A 10012345678')).rejects.toMatchObject({
      code: 'too_many',
      reason: 'throttle.pin',
    });
    expect(JSON.stringify(await db.engine.reader.select().from(throttleCounter))).not.toContain('10012345678');
  });

  it('lets exactly the limit through when many come at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 25 }, () => tryPin()));
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(3);
    for (const t of tries) if (t.status === 'rejected') expect(t.reason).toMatchObject({ code: 'too_many' });
  });

  it('counts for none of its subjects when one of them is closed', async () => {
    for (let i = 0; i < 3; i++) await tryPin();
    const both = () =>
      hitAll(db.ctx(), [
        { name: 'lookup', subject: 'x' },
        { name: 'pin', subject: 'code 192.0.2.1' },
      ]);
    for (let i = 0; i < 5; i++) await expect(both()).rejects.toMatchObject({ reason: 'throttle.pin' });
    await expect(hit(db.ctx(), 'lookup', 'x')).resolves.toBeUndefined();
  });

  it('stands although the command that follows throws', async () => {
    const guess = async () => {
      await tryPin();
      await db.ctx().transaction(async () => {
        throw new Error('wrong PIN');
      });
    };
    for (let i = 0; i < 3; i++) await expect(guess()).rejects.toThrow('wrong PIN');
    await expect(guess()).rejects.toMatchObject({ code: 'too_many' });
  });

  it('opens when cleared, or when the try that closed it is given back', async () => {
    for (let i = 0; i < 3; i++) await tryPin();
    await giveBack(db.ctx(), 'pin', 'code 192.0.2.1');
    await tryPin();
    await expect(tryPin()).rejects.toMatchObject({ code: 'too_many' });
    await clear(db.ctx(), 'pin', 'code 192.0.2.1');
    await expect(tryPin()).resolves.toBeUndefined();
  });

  it('can be as tight as one try', async () => {
    await changeSetting(db.ctx(), { key: 'throttle.pin', value: { limit: 1, windowSeconds: 60, blockSeconds: 60 } });
    await tryPin();
    await expect(tryPin()).rejects.toMatchObject({ code: 'too_many' });
    vi.setSystemTime(start + minute);
    await tryPin();
    await expect(tryPin()).rejects.toMatchObject({ code: 'too_many' });
  });

  it('is swept when nothing depends on it any more', async () => {
    await tryPin();
    expect(await sweepThrottles(db.ctx())).toBe(0);
    vi.setSystemTime(start + 25 * minute);
    expect(await sweepThrottles(db.ctx())).toBe(1);
  });
});
