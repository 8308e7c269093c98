import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll } from 'vitest';
import { benchSecrets, root, type Server, startApp } from '@/bench/app-server';
import { makeCommunity, password } from '@/bench/community';

// The community of a file is made in the test's own process, with the secrets that its servers get.
Object.assign(process.env, benchSecrets);

interface BuildScript {
  buildIsCurrent(): boolean;
  build(options: { onOutput(text: string): void; typesChecked: boolean }): Promise<number>;
}

/** Whoever comes first builds; SQLite's own lock on a small file is freed whichever way that process ends. */
async function alone<T>(fn: () => Promise<T>): Promise<T> {
  const lock = new Database(path.join(root, 'node_modules', '.build-lock'), { timeout: 280_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return await fn();
  } finally {
    lock.close();
  }
}

/** A production build of the sources as they are now; `npm test` has made one before, a single run makes it here. */
export async function ensureBuild(): Promise<void> {
  const file = pathToFileURL(path.join(root, 'scripts', 'build.mjs')).href;
  const { build, buildIsCurrent } = (await import(file)) as BuildScript;
  if (buildIsCurrent()) return;
  await alone(async () => {
    if (buildIsCurrent()) return;
    let said = '';
    const code = await build({
      typesChecked: true,
      onOutput: (text) => {
        said += text;
      },
    });
    if (code !== 0) throw new Error(`the build failed:\n${said}`);
  });
}

export interface Place {
  databaseUrl: string;
  file: string;
  dataDir: string;
  remove(): void;
}

/** A folder of the test's own with 坡里 in it; `extraVolunteers` as in `makeCommunity`. */
export async function communityPlace({ extraVolunteers = 0 } = {}): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-faults-'));
  const file = path.join(folder, 'community.db');
  await makeCommunity(`file:${file}`, { extraVolunteers });
  return {
    databaseUrl: `file:${file}`,
    file,
    dataDir: path.join(folder, 'uploads'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The served build on a community of its own, for all tests of a file; throttles on, as in production. */
export function servedBuild(): () => { place: Place; server: Server } {
  let place: Place | undefined;
  let server: Server | undefined;
  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace();
    server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir, env: { NO_LIMITS: '0' } });
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    place?.remove();
  });
  return () => {
    if (!place || !server) throw new Error('the served build is there once the tests run');
    return { place, server };
  };
}

export interface Answer {
  status: number;
  type: string;
  text: string;
  /** The body when it is JSON, else `{}`. */
  json: Record<string, unknown>;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  // A HEAD has the type of its GET and no text.
  const json = /[/+]json\b/.test(type) && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, type, text, json };
}

/** One call of the API; `body` as JSON. @throws when the connection breaks before the answer is there */
export async function call(base: string, method: string, at: string, body?: unknown, token?: string): Promise<Answer> {
  return read(
    await fetch(`${base}/api/v1${at}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
}

/** Any request at all, for what no client would send. */
export const send = async (url: string, init: RequestInit): Promise<Answer> => read(await fetch(url, init));

/** Bearer tokens of these accounts, by account. */
export async function signIn<Name extends string>(
  base: string,
  accounts: readonly Name[],
): Promise<Record<Name, string>> {
  const tokens = await Promise.all(
    accounts.map(async (account) => {
      const { status, json, text } = await call(base, 'POST', '/login', { account, password });
      if (status !== 200) throw new Error(`${account} cannot sign in: ${status} ${text}`);
      return [account, String(json.token)] as const;
    }),
  );
  return Object.fromEntries(tokens) as Record<Name, string>;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
