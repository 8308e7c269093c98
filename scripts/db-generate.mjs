// npm run db:generate [-- --name what_changed]   writes the next migration of both engines from lib/*/tables.ts
// npm run db:generate -- --check                 changes nothing, fails when a migration folder is behind
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './machine.mjs';

const engines = { sqlite: 'file:unused.db', postgres: 'postgres://unused' };

function drizzleKit(engine, out, args, stdio) {
  return spawnSync(process.execPath, [path.join('node_modules', 'drizzle-kit', 'bin.cjs'), 'generate', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: engines[engine], MIGRATIONS_OUT: out },
    encoding: 'utf8',
    stdio,
  });
}

/**
 * Whether `db/migrations/<engine>` says what the tables say. Generates into a copy, so nothing changes.
 * @returns {{ engine: string, current: boolean, why: string }} `why` is the next migration, or what drizzle-kit said
 */
export function checkMigrations(engine) {
  const folder = path.join(root, 'db', 'migrations', engine);
  const temporary = mkdtempSync(path.join(tmpdir(), 'poyou-migrations-'));
  // drizzle-kit sets up a folder that is not there, and trips over one that is there and empty.
  const copy = path.join(temporary, engine);
  try {
    if (existsSync(folder)) cpSync(folder, copy, { recursive: true });
    const listing = () => (existsSync(copy) ? readdirSync(copy) : []);
    const before = new Set(listing());
    // Without a terminal drizzle-kit cannot ask whether a column was renamed; then it fails, which is "behind" as well.
    const run = drizzleKit(engine, path.relative(root, copy), ['--name', 'behind'], ['ignore', 'pipe', 'pipe']);
    const added = listing().filter((name) => !before.has(name) && name.endsWith('.sql'));
    // The exit code is no help: it is 0 when drizzle-kit itself failed.
    const current = added.length === 0 && run.stdout.includes('No schema changes');
    return { engine, current, why: current ? '' : `${run.stdout}${run.stderr}`.trim() };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function main(args) {
  const check = args.includes('--check');
  if (!check) {
    for (const engine of Object.keys(engines)) {
      process.stdout.write(`${engine}\n`);
      drizzleKit(engine, `db/migrations/${engine}`, args, 'inherit');
    }
  }
  let behind = 0;
  for (const engine of Object.keys(engines)) {
    const { current, why } = checkMigrations(engine);
    process.stdout.write(`db/migrations/${engine} ${current ? 'is current' : 'is BEHIND the tables'}\n`);
    if (!current) {
      behind += 1;
      process.stdout.write(`${why}\nRun: npm run db:generate\n`);
    }
  }
  return behind === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exit(main(process.argv.slice(2)));
