// Started by scripts/bench.mjs --scale: what the desk asks, with 20,000 and with 200,000 orders behind it, beside the least
// that the same rows can cost in the same run.
import pg from 'pg';
import { findHandler } from '@/lib/people/queries/find-handler';
import { loadActor } from '@/lib/people/queries/load-actor';
import { domainNow, makeCommunity } from '../community';
import { openInProcess } from '../in-process';
import { alternate, type Timing } from '../rounds';
import { fillOrders } from './fill';
import { questionsOf } from './questions';

const input = JSON.parse(process.env.BENCH_INPUT ?? '{}') as { sizes: number[]; quick: boolean };
const url = process.env.DATABASE_URL ?? '';
const timing: Timing = input.quick
  ? { rounds: 3, seconds: 0.05, warmSeconds: 0.05 }
  : { rounds: 5, seconds: 0.5, warmSeconds: 0.3 };

/** One after the other for about so long; at least once. */
const over = (ask: () => Promise<unknown>) => async (seconds: number) => {
  const begun = performance.now();
  let done = 0;
  do {
    await ask();
    done++;
  } while (performance.now() - begun < seconds * 1000);
  return { done, seconds: (performance.now() - begun) / 1000 };
};

/** What PostgreSQL does by itself a little after so many rows. */
async function analyze(): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

await makeCommunity(url);
const { engine, system } = await openInProcess(url);
const ctx = { ...system, now: () => domainNow };
const handler = await findHandler(engine.reader, { person: 'limin' }, '2024-01-15');
const actor = await loadActor(ctx, { personId: handler?.personId ?? '' });
if (!actor) throw new Error('the community has no dispatcher');

let from = 0;
for (const size of input.sizes) {
  await fillOrders(engine, ctx, from, size, (done) => process.send?.({ filled: { done, of: size } }));
  if (engine.kind === 'postgres') await analyze();
  process.send?.({ stage: `${size} 件 orders` });
  for (const { what, ask, ceiling, rows } of await questionsOf({ ...ctx, actor })) {
    const [measured] = await alternate(timing, over(ask), [{ what, unit: 'a second', measure: over(ceiling) }]);
    process.send?.({ scale: { size, rows, ...measured } });
  }
  from = size;
}
await engine.close();
process.disconnect?.();
