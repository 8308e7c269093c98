import { fileURLToPath } from 'node:url';
import { engineKind } from './dialect';
import type { Reader, Tx } from './handle';
import { openPostgres } from './postgres-engine';
import { openSqlite } from './sqlite-engine';

export interface Engine {
  kind: 'sqlite' | 'postgres';
  reader: Reader;
  /** See `Context.transaction`. Nested calls are refused; the handle is dead after its end. */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `file:data/demo.db`, a plain path, or `file:///abs/path` → the path of the SQLite file. */
export function sqliteFile(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  return url.replace(/^file:/, '');
}

/** Opens the database that `url` names; `durable: false` only for a load that starts over when it is cut short. @throws when the file or server cannot be reached. */
export function openEngine(url = process.env.DATABASE_URL, { durable = true }: { durable?: boolean } = {}): Engine {
  if (!url) throw new Error('DATABASE_URL is not set: file:PATH for SQLite, postgres://… for PostgreSQL');
  return engineKind === 'postgres' ? openPostgres(url) : openSqlite(sqliteFile(url), durable);
}
