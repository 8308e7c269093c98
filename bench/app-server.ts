import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '..');
const startLimitMs = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A port of the loopback address that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export interface Server {
  base: string;
  port: number;
  pid: number;
  /** What it has said so far on both streams. */
  said(): string;
  /** SIGKILL, as a power cut would: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Node with `args` in the project's folder, waited for until `answers()`; it ends when this process does. */
export async function startServer(
  args: string[],
  { port, env, answers }: { port: number; env: Record<string, string>; answers: (base: string) => Promise<boolean> },
): Promise<Server> {
  const follow = ['--import', pathToFileURL(path.join(root, 'scripts', 'follow-parent.mjs')).href];
  const child: ChildProcess = spawn(process.execPath, [...follow, ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      text += error.message;
      over = true;
      resolve();
    });
    child.on('exit', () => {
      over = true;
      resolve();
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };

  const base = `http://127.0.0.1:${port}`;
  const until = Date.now() + startLimitMs;
  while (!over && !(await answers(base).catch(() => false))) {
    if (Date.now() > until) await end('SIGKILL');
    await pause(25);
  }
  if (over) throw new Error(`the server did not start:\n${text}`);
  return { base, port, pid: child.pid ?? 0, said: () => text, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** Secrets of a bench or a test alone; the process that makes the database needs the same `CODE_SECRET`. */
export const benchSecrets = {
  CODE_SECRET: 'a secret of the bench and the tests alone',
  NEXTAUTH_SECRET: 'another secret of the bench and the tests',
};

export interface AppOptions {
  databaseUrl: string;
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
}

/** `next start` on the build at hand, as `npm run demo -- --no-limits` runs it, on the loopback address only. */
export async function startApp({ databaseUrl, dataDir, port, env = {} }: AppOptions): Promise<Server> {
  const own = port ?? (await freePort());
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  return startServer([next, 'start', '-H', '127.0.0.1', '-p', String(own)], {
    port: own,
    env: {
      ...benchSecrets,
      APP_MODE: 'demo',
      NO_LIMITS: '1',
      NEXTAUTH_URL: `http://127.0.0.1:${own}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ...env,
    },
    answers: async (base) => (await fetch(`${base}/api/v1/health`)).ok,
  });
}
