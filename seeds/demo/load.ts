import { openEngine } from '@/db/client';
import { manualClock } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { loadReferenceData } from '../reference-data';
import { loadCommunity } from './load-community';
import { loadOrders } from './load-orders';

/** Monday 2024-01-15 08:20: the demo's clock begins here when it is first loaded (5.1 "Time in the demo"). */
const demoBegins = Date.parse('2024-01-15T08:20:00+08:00');

/** The one password of all demo accounts; a production start refuses a database that was made here. */
const demoPassword = 'poli-2024-demo';

const say = (percent: number, text: string) => process.stdout.write(`${percent}%|${text}\n`);

/** Loads the demo community into the migrated, empty database that DATABASE_URL names. */
async function load(): Promise<void> {
  const endsAt = process.env.DEMO_NOW === '1' ? Date.now() : demoBegins;
  const clock = manualClock(Date.parse('2023-07-01T08:00:00+08:00'));
  const engine = openEngine(process.env.DATABASE_URL, { durable: false });
  const contextOf = (actor: Actor, address = 'demo'): Context => ({
    actor,
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now: clock.now,
    requestId: newId(),
    caller: { address },
  });
  try {
    const system = contextOf({ kind: 'system', name: 'demo' });
    say(1, '分类与工作日历 / taxonomy and working calendars');
    await loadReferenceData(system);
    say(4, '网格、楼栋、人员、党支部 / cells, buildings, people, branches');
    const community = await loadCommunity(system, demoPassword);
    await loadOrders({ contextOf, clock, community, endsAt, say });
    clock.set(endsAt);
    // Real minus domain time at this moment; `-- --now` puts it aside.
    await changeSetting(system, { key: 'clock.offset_ms', value: Date.now() - endsAt });
    await changeSetting(system, { key: 'demo', value: true });
    say(100, '完成 / done');
  } finally {
    await engine.close();
  }
}

await load();
