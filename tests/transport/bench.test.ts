import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOf, tierPages } from '@/bench/pages/list';

const root = path.join(import.meta.dirname, '..', '..');

/** `npm run bench -- --quick` as a person starts it, with all that it prints. */
function runQuickBench(...more: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['scripts/bench.mjs', '--quick', ...more], { cwd: root });
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

/** What was measured of a page of this tier, without the budgets beside it. */
function numbersOf(row: string, tier: string): number[] {
  const cells = row.slice(row.indexOf(` ${tier} `) + tier.length + 2).replaceAll(/ \/ [\d.]+/g, '');
  return (cells.match(/(?<= )[\d.]+/g) ?? []).map(Number);
}

// Too short for a claim; it shows that each comparison still runs against what the program does now.
describe('the bench', () => {
  it('runs to its end and prints every comparison beside its ceiling, every page beside its budget', {
    timeout: 400_000,
  }, async () => {
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
    // Duplicates are found on the labelled pairs, and how well is said.
    expect(output).toMatch(/准确率 precision [\d.]+ %, 召回率 recall [\d.]+ % \(3\d\d 对 pairs/);
    // A row of each table for every page: bytes of its tier, then how soon it is there and answers.
    const rows = output.split('\n');
    for (const page of tierPages.filter(({ weighedOnly }) => !weighedOnly)) {
      const [bytes, vitals] = rows.filter((line) => line.startsWith(`${nameOf(page)} `));
      expect(bytes, nameOf(page)).toMatch(new RegExp(` = 0\\.\\d\\d .* ${page.tier}$`));
      const [lcp, toBare, tbt, inp, cls] = numbersOf(vitals ?? '', page.tier);
      for (const one of [lcp, toBare, inp]) expect(one, vitals).toBeGreaterThan(0);
      for (const one of [tbt, cls]) expect(one, vitals).toBeGreaterThanOrEqual(0);
    }
    expect(rows.find((line) => line.startsWith('a bare page'))).toMatch(/ [1-9]\d* +1\.00 /);
    expect(output).not.toContain('OVER');
  });

  it('asks what the desk asks at two sizes, and shows them beside each other', { timeout: 200_000 }, async () => {
    const { code, output } = await runQuickBench('--scale');
    expect(code, output).toBe(0);
    const rows = output.split('\n').filter((line) => /^(列表|查|计数|候选|相似) /.test(line));
    expect(rows).toHaveLength(13);
    // Rows, ours, ceiling and ratio of both, and how it grew.
    for (const row of rows) expect(row).toMatch(/(?: +[1-9]\d* +[\d.]+ +[\d.]+ +[\d.]+){2} +× [\d.]+$/);
  });
});
