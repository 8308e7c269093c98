import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type Engine, openEngine, sqliteFile } from '@/db/client';

export const testEngine: 'sqlite' | 'postgres' = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

let copies = 0;

async function sqliteCopy(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const from = sqliteFile(template);
  const file = path.join(path.dirname(from), `copy-${process.pid}-${copies++}.db`);
  await copyFile(from, file);
  return {
    url: `file:${file}`,
    drop: async () => {
      for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
    },
  };
}

async function postgresCopy(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = new URL(template);
  const templateName = admin.pathname.slice(1);
  const name = `copy_${process.pid}_${copies++}`;
  admin.pathname = '/postgres';
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE "${name}" TEMPLATE "${templateName}"`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE "${name}" WITH (FORCE)`) };
}

/**
 * A migrated, empty database of the test's own on the engine of this run, closed and dropped when the test is over.
 * Call it inside a test or a `beforeEach`.
 */
export async function openTestDatabase(): Promise<Engine & { url: string }> {
  const template = inject('templateUrl');
  const { url, drop } = await (testEngine === 'postgres' ? postgresCopy(template) : sqliteCopy(template));
  const engine = openEngine(url);
  onTestFinished(async () => {
    await engine.close();
    await drop();
  });
  return { ...engine, url };
}
