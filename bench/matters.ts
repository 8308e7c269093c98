import { openEngine } from '@/db/client';
import { manualClock } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { personsByLogin } from '@/lib/people/queries/persons-by-login';
import { loadDeliberations } from '@/seeds/demo/load-deliberations';
import { domainNow } from './community';

const hands = ['shuji', 'chenchen', 'sunxiuying', 'wangguilan', 'zhoujianguo', 'liuyang', 'mali'];

/** The matters for all of the demo, in a database that `makeCommunity` made: one carried out, one on notice. */
export async function makeMatters(url: string): Promise<void> {
  const engine = openEngine(url, { durable: false });
  const clock = manualClock(domainNow);
  const contextOf = (actor: Actor, address = 'local'): Context => ({
    actor,
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now: clock.now,
    requestId: newId(),
    caller: { address },
  });
  try {
    const ids = await engine.transaction((tx) => personsByLogin(tx, hands));
    const personId = (login: string): string => {
      const id = ids.get(login);
      if (id === undefined) throw new RangeError(`nobody signs in as ${login}`);
      return id;
    };
    await loadDeliberations({
      contextOf,
      clock,
      community: { personId },
      endsAt: domainNow,
      say: () => undefined,
    });
  } finally {
    await engine.close();
  }
}
