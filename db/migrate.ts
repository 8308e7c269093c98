import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { sqliteFile } from './client';
import { engineKind } from './dialect';
import { searchSchema } from './search-schema';

const folder = (engine: string) =>
  process.env.MIGRATIONS_DIR
    ? `${process.env.MIGRATIONS_DIR}/${engine}`
    : fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url));

function migrateSqliteFile(file: string) {
  const connection = new BetterSqlite3(file);
  try {
    connection.pragma('journal_mode = WAL');
    // Off before the migrator's transaction: inside it the pragma is a no-op, and a table rebuild's DROP would cascade.
    connection.pragma('foreign_keys = OFF');
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder: folder('sqlite') });
    for (const statement of searchSchema.sqlite) connection.exec(statement);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows point at nothing after the migration`);
  } finally {
    connection.close();
  }
}

async function migratePostgresUrl(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await migratePostgres(drizzlePostgres(pool), { migrationsFolder: folder('postgres') });
    for (const statement of searchSchema.postgres) await pool.query(statement);
  } finally {
    await pool.end();
  }
}

/** Brings the database that `url` names to the newest migration; safe to run again. */
export async function migrateDatabase(url: string): Promise<void> {
  if (engineKind === 'postgres') await migratePostgresUrl(url);
  else migrateSqliteFile(sqliteFile(url));
}
