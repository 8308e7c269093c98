import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { processOnce } from '@/lib/kernel/once';
import { startWorker } from '@/lib/worker/start';
import { logUnexpected } from './log';
import { noteSocketAddresses } from './peer-address';
import { repairRequestLines } from './request-line';
import { contextOn, runtime } from './runtime';

/**
 * What a serving process does besides answering: notes where calls come from, and runs the worker once. Without a
 * database it serves on, says so at `/api/v1/health`, and the worker waits for it.
 */
export async function startServerProcess(): Promise<void> {
  noteSocketAddresses();
  repairRequestLines();
  try {
    const opened = await runtime();
    processOnce('worker', () =>
      startWorker(
        () => contextOn(opened, { kind: 'system', name: 'clock' }),
        (what, error) => logUnexpected(error, `${what} ${newId()}`),
      ),
    );
  } catch (error) {
    if (!isDomainError(error)) logUnexpected(error, newId());
    setTimeout(() => void startServerProcess(), 5000).unref();
  }
}
