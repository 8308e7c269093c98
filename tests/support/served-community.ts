import { domainNow } from '@/bench/community';
import { openEngine } from '@/db/client';
import { manualClock } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { loadActor } from '@/lib/people/queries/load-actor';
import { account } from '@/lib/people/tables';
import type { Community } from './community';

/**
 * The community of a server that runs, for the commands of this process: people by their login, and a clock that begins
 * `daysAgo` before the server's own, so that nothing lies ahead of it.
 */
export async function servedCommunity(databaseUrl: string, { daysAgo = 8 } = {}): Promise<Community> {
  const engine = openEngine(databaseUrl, { durable: false });
  const clock = manualClock(domainNow - daysAgo * 86_400_000);
  const system: Actor = { kind: 'system', name: 'demo' };
  const ctx = (actor: Actor = system, overrides: Partial<Context> = {}): Context => ({
    actor,
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now: clock.now,
    requestId: newId(),
    caller: { address: '192.0.2.1' },
    ...overrides,
  });
  const rows = await engine.reader.select({ login: account.login, personId: account.personId }).from(account);
  const ids = new Map(rows.map(({ login, personId }) => [login, personId]));
  const idOf = (login: string): string => {
    const id = ids.get(login);
    if (id === undefined) throw new RangeError(`nobody signs in as ${login}`);
    return id;
  };
  const actor = async (login: string) => {
    const found = await loadActor(ctx(), { personId: idOf(login) });
    if (!found) throw new RangeError(`${login} was not loaded`);
    return found;
  };
  return {
    engine: { ...engine, url: databaseUrl },
    clock,
    ctx,
    idOf,
    actor,
    as: async (login) => ctx(await actor(login)),
    close: () => engine.close(),
  };
}
