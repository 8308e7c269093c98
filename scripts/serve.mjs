// Starts `next start` as a child and stays until it ends; Ctrl+C ends both.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { followParent, root } from './machine.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls the health address until the server answers at all. @returns the answer, or null when `alive()` turned false */
async function firstAnswer(port, alive) {
  while (alive()) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`, { signal: AbortSignal.timeout(15_000) });
      return { status: answer.status, text: await answer.text() };
    } catch {
      await pause(100);
    }
  }
  return null;
}

/**
 * @param {{ port: number, env: Record<string, string>, onReady: (health: { status: number, text: string }) => void }} options
 * @returns the exit code once the server has ended; 0 when it was asked to
 */
export async function serve({ port, env, onReady }) {
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [...followParent, next, 'start', '-p', String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Next's own banner is held back; what it says after that, or before it dies, is shown.
  let banner = '';
  let ready = false;
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (chunk) => {
      if (ready) to.write(chunk);
      else banner += chunk;
    });
  }

  let asked = 0;
  const stop = () => {
    asked += 1;
    child.kill(asked > 1 ? 'SIGKILL' : 'SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      banner += `${error.message}\n`;
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  let running = true;
  void ended.then(() => {
    running = false;
  });

  const health = await firstAnswer(port, () => running);
  ready = true;
  if (health && running) onReady(health);
  else process.stderr.write(banner);
  const code = await ended;
  return asked > 0 ? 0 : code;
}
