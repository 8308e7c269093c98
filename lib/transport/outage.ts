import { DomainError } from '@/lib/kernel/errors';

/** Of SQLite, the operating system and PostgreSQL: nothing more can be written. */
const noRoom = /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE)|ENOSPC|EDQUOT|EFBIG|53100)$/;
/** The database is there again in a while: locked for long, starting, out of connections, not reached. */
const away = /^(SQLITE_BUSY(_\w+)?|53300|57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;

/**
 * What is wrong with the machine rather than with the program: said in words with 503, so that callers send the same
 * again later. Null for anything else. Wrapped errors are looked through.
 */
export function outageOf(error: unknown): DomainError | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as Error & { code?: unknown };
    if (typeof code !== 'string') continue;
    if (noRoom.test(code)) return new DomainError('unavailable', 'server.no_room', { retryAfterSeconds: 60 });
    if (away.test(code)) return new DomainError('unavailable', 'server.unavailable', { retryAfterSeconds: 5 });
  }
  return null;
}
