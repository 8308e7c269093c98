import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { leaseMs } from '@/lib/notices/pace';
import { noticeDelivery } from '@/lib/notices/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { community } from '@/tests/support/community';
import { submitted } from '@/tests/support/orders';
import { otherSide } from '@/tests/support/other-side';
import { configure, morning, postOf } from '@/tests/support/outside';

const start = (url: string, now: number): ChildProcess =>
  spawn(process.execPath, ['scripts/run-ts.mjs', 'tests/support/deliver-process.ts', String(now)], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'inherit',
  });

it('a worker killed between the send and its mark: the message comes again under the same id, the others once', async () => {
  const c = await community();
  const ends: (() => void)[] = [];
  const side = await otherSide((_, n) => {
    // The second message was heard and is never answered: its sender dies.
    if (n === 2) for (const end of ends) end();
    return n === 2 ? null : { status: 200 };
  });
  configure({ WEBHOOK_URL: side.url, WEBHOOK_SECRET: 'plain secret' });
  for (let i = 0; i < 3; i++) await submitted(c);
  while ((await drainOutbox(c.ctx())) > 0);

  const worker = start(c.engine.url, morning);
  const ended = once(worker, 'exit');
  ends.push(() => worker.kill('SIGKILL'));
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  const stuck = (await c.engine.reader.select().from(noticeDelivery)).filter(({ state }) => state === 'claimed');
  expect(stuck.length).toBeGreaterThan(0);

  // While its claim holds nobody else touches them; afterwards they go out.
  const post = postOf(c);
  const before = side.heard.length;
  await post.all(morning + leaseMs - 1);
  expect(side.heard).toHaveLength(before);
  await post.all(morning + leaseMs);
  const rows = await c.engine.reader.select().from(noticeDelivery);
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  const ids = side.heard.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => id)));
  // At least once, and whoever gets one twice knows it by its id.
  expect(ids.filter((id) => id === ids[1])).toHaveLength(2);
}, 60_000);
