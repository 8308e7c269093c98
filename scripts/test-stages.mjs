// The stages of `npm test`: what each runs and how its result is counted.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, buildIsCurrent } from './build.mjs';

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

/** A command that is one test: it passes when it ends with 0. */
const oneTest = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * Counts of a runner whose report may be missing or may not say why it ended with a failure. A test that was not run
 * proves nothing, so it counts as failed; so does a stage that died, and one that ran no test.
 */
function settle({ passed, failed, notRun }, code) {
  const bad = failed + notRun;
  const silent = bad === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : bad, notRun, note: silent && code === 0 ? 'ran no test' : undefined };
}

export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1, note: 'left no report' };
  // A file that could not be loaded has no test of its own to fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const notRun = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length, notRun }, code);
}

export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1, note: 'left no report' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky, notRun: skipped }, code);
}

const node = (id, title, args, options = {}) => ({ id, title, args, count: oneTest, ...options });

function vitest(id, title, project, options = {}) {
  return {
    id,
    title,
    reportName: `${project}.json`,
    args: (report) => [
      bin.vitest,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: ({ code, report }) => countVitest(readReport(report), code),
    ...options,
  };
}

export const stages = [
  node('lint', 'format and lint', [bin.biome, 'ci', '--colors=off', '--error-on-warnings', '.']),
  node('types-sqlite', 'types, SQLite', [bin.tsc, '--noEmit', '-p', 'tsconfig.json']),
  node('types-postgres', 'types, PostgreSQL', [bin.tsc, '--noEmit', '-p', 'tsconfig.postgres.json']),
  vitest('architecture', 'structure', 'architecture'),
  node('migrations', 'migrations', [path.join('scripts', 'db-generate.mjs'), '--check'], {
    // Two folders, one line each.
    count: ({ code, output }) => {
      const passed = (output.match(/^db\/migrations\/\w+ is current$/gm) ?? []).length;
      return { passed, failed: code === 0 && passed === 2 ? 0 : Math.max(1, 2 - passed) };
    },
  }),
  vitest('unit', 'unit', 'unit'),
  vitest('integration-sqlite', 'integration, SQLite', 'integration-sqlite'),
  vitest('integration-postgres', 'integration, PostgreSQL', 'integration-postgres'),
  {
    id: 'build',
    title: 'build',
    run: async (onOutput, { typesChecked }) => {
      if (!buildIsCurrent()) return build({ onOutput, typesChecked });
      onOutput('the build at hand is of these sources\n');
      return 0;
    },
    count: oneTest,
  },
  // Both that follow run on the build.
  vitest('transport', 'transport', 'transport'),
  {
    id: 'e2e',
    title: 'end to end, phone and desktop',
    reportName: 'e2e.json',
    args: () => [bin.playwright, 'test'],
    // The data of the server lie beside the report and go with it, also when the server never came up.
    env: (report) => ({ E2E_REPORT: report, E2E_DATA_DIR: `${report}.data` }),
    count: ({ code, report }) => countPlaywright(readReport(report), code),
    limitMs: 30 * 60_000,
  },
];

/**
 * The stages that `--only a,b` names, by full name or by the part before a dash; all of them without it. Transport and
 * end-to-end tests run on a build, so it comes along.
 * @returns {{ chosen: typeof stages, unknown: string[] }}
 */
export function chooseStages(only) {
  if (!only) return { chosen: stages, unknown: [] };
  const names = only.split(',').map((name) => name.trim());
  const matches = (name, stage) => stage.id === name || stage.id.startsWith(`${name}-`);
  const unknown = names.filter((name) => !stages.some((stage) => matches(name, stage)));
  const chosen = stages.filter(
    (stage) =>
      names.some((name) => matches(name, stage)) ||
      (stage.id === 'build' && (names.includes('e2e') || names.includes('transport'))),
  );
  return { chosen, unknown };
}
