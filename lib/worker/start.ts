import type { Context } from '@/lib/kernel/context';
import { deliverOutside } from './deliver';
import { drainOutbox } from './drain';
import { jobs } from './schedule';

const idleMs = 1000;

/** Runs the outbox and the jobs in this process until it ends; gives a function that stops it. */
export function startWorker(makeContext: () => Context, report: (what: string, error: unknown) => void): () => void {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, fn: () => Promise<void>) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void fn();
    }, ms);
    // The server's sockets keep the process alive, not its chores.
    timer.unref();
    timers.add(timer);
  };

  // Beside each other: a channel that does not answer keeps no inbox waiting.
  const queues = [
    ['outbox', drainOutbox],
    ['deliveries', deliverOutside],
  ] as const;
  for (const [name, take] of queues) {
    const drain = async () => {
      let taken = 0;
      try {
        taken = await take(makeContext());
      } catch (error) {
        report(name, error);
      }
      later(taken > 0 ? 0 : idleMs, drain);
    };
    later(idleMs, drain);
  }

  for (const [i, job] of jobs.entries()) {
    const tick = async () => {
      try {
        await job.run(makeContext());
      } catch (error) {
        report(job.name, error);
      }
      later(job.everyMs, tick);
    };
    // Spread over the first seconds, so that a start is not everything at once.
    later(2000 + i * 500, tick);
  }
  return () => {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
  };
}
