import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function node(args: string[], env: Record<string, string>) {
  const done = spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the template database could not be made:\n${done.stdout}${done.stderr}`);
}

/**
 * Brings the database at `url` to the newest migration. In a process of its own: an engine is bound when `#dialect`
 * is first imported, and one vitest run builds the templates of both engines.
 * With TEST_TABLES=1, or before the first migration is generated, it is built from lib/*\/tables.ts as they stand,
 * so that a slice can be tested before its migration is made (`npm run db:generate -- --check` finds what is behind).
 */
export function migrateTemplate(engine: 'sqlite' | 'postgres', url: string): void {
  const env: Record<string, string> = { DATABASE_URL: url };
  const generated = existsSync(path.join(root, 'db/migrations', engine, 'meta/_journal.json'));
  const scratch = mkdtempSync(path.join(tmpdir(), 'poyou-tables-'));
  try {
    if (!generated || process.env.TEST_TABLES) {
      const out = path.relative(root, path.join(scratch, engine));
      node(['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', 'tables'], { ...env, MIGRATIONS_OUT: out });
      env.MIGRATIONS_DIR = scratch;
    }
    node(['scripts/run-ts.mjs', 'scripts/migrate.ts'], env);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
