import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

/** `npm run bench -- --quick` as a person starts it, with all that it prints. */
function runQuickBench(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['scripts/bench.mjs', '--quick'], { cwd: root });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** ours, ceiling, ratio of the row that begins with `what`. */
function figures(output: string, what: string): number[] {
  const line = output.split('\n').find((one) => one.startsWith(what)) ?? '';
  return (
    line
      .slice(what.length)
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? []
  );
}

// Too short for a claim; it shows that each comparison still runs against what the program does now.
describe('the bench', () => {
  it('runs to its end and prints every comparison beside its ceiling', { timeout: 400_000 }, async () => {
    const { code, output } = await runQuickBench();
    expect(code, output).toBe(0);
    for (const what of [
      'GET /orders/{code}',
      'GET /orders, 20 rows',
      'GET /track/{code}',
      '/t/CODE, T0 page',
      '/, home page',
      'lifecycles over HTTP with all effects',
      'lifecycles over HTTP  ',
      'lifecycles by commands',
    ]) {
      const [ours, ceiling, ratio] = figures(output, what);
      expect(ours, what).toBeGreaterThan(0);
      expect(ceiling, what).toBeGreaterThan(0);
      expect(ratio, what).toBeGreaterThan(0);
    }
    for (const page of ['/report', '/report/done', '/t/CODE', '/t/CODE/rate']) {
      expect(output.split('\n').find((line) => line.startsWith(`${page} `))).toMatch(/ = 0\.\d\d .*T[01]$/);
    }
    expect(output).not.toContain('OVER');
  });
});
