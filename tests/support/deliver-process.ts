// A worker of its own that sends what is due in the database at DATABASE_URL and ends; the test may kill it meanwhile.
import { openEngine } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { contextOn } from '@/lib/transport/runtime';
import { deliverOutside } from '@/lib/worker/deliver';

const engine = openEngine();
const ctx = contextOn({ engine, clock: systemClock }, { kind: 'system', name: 'clock' });
const now = Number(process.argv[2]);
for (let left = 1; left > 0; ) left = await deliverOutside(ctx, { now: () => now, dice: () => 1 });
await engine.close();
