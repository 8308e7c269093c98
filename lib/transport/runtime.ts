import { type Engine, openEngine } from '@/db/client';
import { type Clock, offsetClock, systemClock } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { forgetOnce, processOnce } from '@/lib/kernel/once';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { logUnexpected } from './log';

/** What exists once in the process: the database and the domain's clock. */
export interface Runtime {
  engine: Engine;
  clock: Clock;
}

/** 5.1 "Time in the demo": only a demo has an offset, and `--now` (`DEMO_NOW=1`) puts it aside. */
async function clockOf(engine: Engine): Promise<Clock> {
  if (process.env.APP_MODE !== 'demo' || process.env.DEMO_NOW === '1') return systemClock;
  const offsetMs = await readSetting(engine.reader, 'clock.offset_ms');
  return offsetMs === 0 ? systemClock : offsetClock(offsetMs);
}

async function start(): Promise<Runtime> {
  const engine = openEngine();
  try {
    return { engine, clock: await clockOf(engine) };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * The process's runtime, opened at the first call and never at import: `next build` opens no database. A start that
 * failed (no database yet) is logged and tried again at the next call.
 * @throws unavailable `server.unavailable`
 */
export function runtime(): Promise<Runtime> {
  return processOnce('runtime', () =>
    start().catch((error: unknown) => {
      forgetOnce('runtime');
      logUnexpected(error, 'start');
      throw new DomainError('unavailable', 'server.unavailable');
    }),
  );
}

/** A context on the runtime, for requests and for jobs. */
export function contextOn(
  { engine, clock }: Runtime,
  actor: Actor,
  call: { address?: string; requestId?: string } = {},
): Context {
  return {
    actor,
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now: () => clock.now(),
    requestId: call.requestId ?? newId(),
    caller: { address: call.address ?? 'local' },
  };
}
