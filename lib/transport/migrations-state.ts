import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { count, sql } from 'drizzle-orm';
import type { Engine } from '@/db/client';

export interface MigrationsState {
  applied: number;
  expected: number;
}

async function expectedOf(kind: Engine['kind']): Promise<number> {
  const folder = process.env.MIGRATIONS_DIR ?? path.join(process.cwd(), 'db', 'migrations');
  const journal: unknown = JSON.parse(await readFile(path.join(folder, kind, 'meta', '_journal.json'), 'utf8'));
  const entries = typeof journal === 'object' && journal !== null && 'entries' in journal ? journal.entries : [];
  return Array.isArray(entries) ? entries.length : 0;
}

/** How many migrations the database has and how many this version brings. @throws when the database cannot be asked */
export async function migrationsState(engine: Engine): Promise<MigrationsState> {
  // drizzle keeps its own table, in a schema of its own on PostgreSQL.
  const table = engine.kind === 'postgres' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations';
  const [row] = await engine.reader.select({ applied: count() }).from(sql.raw(table));
  return { applied: row?.applied ?? 0, expected: await expectedOf(engine.kind) };
}
