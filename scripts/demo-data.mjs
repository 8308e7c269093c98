// The demo's files: <data>/demo.db, demo-uploads/, demo-secrets.json. Loaded once, kept until --reset.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { followParent, root } from './machine.mjs';

const require = createRequire(import.meta.url);
const runTs = path.join(root, 'scripts', 'run-ts.mjs');

/** Where everything of the demo lies below `folder`. A load in progress has names of its own. */
export function demoFiles(folder) {
  const at = (name) => path.join(folder, name);
  return {
    folder,
    database: at('demo.db'),
    uploads: at('demo-uploads'),
    secrets: at('demo-secrets.json'),
    lock: at('demo.lock'),
    loading: { database: at('demo.db.loading'), uploads: at('demo-uploads.loading') },
  };
}

function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/**
 * Keeps a second demo off the same folder for as long as this process lives. SQLite's own lock on a small file: the
 * system frees it whichever way the process ends.
 * @returns true when this process has the folder for itself
 */
export function takeFolder(files) {
  mkdirSync(files.folder, { recursive: true });
  const Database = require('better-sqlite3');
  const lock = new Database(files.lock, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (error.code !== 'SQLITE_BUSY') throw error;
    lock.close();
    return false;
  }
  // Held by this reference until the process ends.
  globalThis.demoFolderLock = lock;
  return true;
}

/** Made once and kept: codes and sessions that were handed out stay valid over a restart. */
export function demoSecrets(files) {
  try {
    const kept = JSON.parse(readFileSync(files.secrets, 'utf8'));
    if (kept.NEXTAUTH_SECRET?.length >= 32 && kept.CODE_SECRET?.length >= 32) return kept;
  } catch {
    // Not there yet, or cut short while it was written.
  }
  const made = { NEXTAUTH_SECRET: randomBytes(32).toString('hex'), CODE_SECRET: randomBytes(32).toString('hex') };
  writeFileSync(files.secrets, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** Deletes the demo's data; the secrets stay. */
export function forget(files) {
  removeDatabase(files.database);
  rmSync(files.uploads, { recursive: true, force: true });
}

export const databaseUrl = (file) => `file:${file}`;

/** Brings a database of an earlier version to the newest migration. @returns what went wrong, or '' */
export function migrate(file, env) {
  const done = spawnSync(process.execPath, [runTs, 'scripts/migrate.ts'], {
    cwd: root,
    env: { ...process.env, ...env, DATABASE_URL: databaseUrl(file) },
    encoding: 'utf8',
  });
  return done.status === 0 ? '' : `${done.stdout}${done.stderr}`;
}

/**
 * Makes the demo community in a file of its own and gives it its name when it is whole, so that a load that was
 * killed is never taken for a demo.
 * @param onProgress gets percent and text for each line `12%|text` of the loader
 * @returns true when the demo is there
 */
export async function load(files, env, onProgress) {
  removeDatabase(files.loading.database);
  rmSync(files.loading.uploads, { recursive: true, force: true });
  mkdirSync(files.loading.uploads, { recursive: true });

  const failure = migrate(files.loading.database, env);
  if (failure) {
    process.stderr.write(failure);
    return false;
  }
  const child = spawn(process.execPath, [...followParent, runTs, 'seeds/demo/load.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      DATABASE_URL: databaseUrl(files.loading.database),
      // What the program itself reads as the folder of its photos.
      DATA_DIR: files.loading.uploads,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const step = /^(\d+)%\|(.*)$/.exec(line);
    if (step) onProgress(Number(step[1]), step[2]);
    else process.stdout.write(`${line}\n`);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) return false;

  // Everything into the one file before it is renamed: a rename does not take the write-ahead log along.
  const Database = require('better-sqlite3');
  const loaded = new Database(files.loading.database);
  loaded.pragma('wal_checkpoint(TRUNCATE)');
  loaded.close();
  forget(files);
  renameSync(files.loading.uploads, files.uploads);
  renameSync(files.loading.database, files.database);
  return true;
}

export const demoIsLoaded = (files) => existsSync(files.database);
