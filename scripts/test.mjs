// npm test [-- --only unit,integration] [-- --no-install]
// Installs what is missing, runs every check one after another, and ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensurePackages, followParent, nodeTooOld, root } from './machine.mjs';
import { seconds, table, ticking } from './progress.mjs';
import { chooseStages, stages } from './test-stages.mjs';

const defaultLimitMs = 20 * 60_000;
const say = (line = '') => process.stdout.write(`${line}\n`);

function close(passed, failed) {
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** Says why nothing can be tested; that is a failure too. */
function giveUp(problems) {
  for (const problem of problems) say(problem);
  close(0, 1);
}

function readArguments(args) {
  let only = null;
  let mayInstall = true;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--no-install') mayInstall = false;
    else if (arg === '--only' && args[i + 1]) only = args[++i];
    else if (arg.startsWith('--only=')) only = arg.slice('--only='.length);
    else giveUp([`Unknown: ${arg}. There are --only ${stages.map((stage) => stage.id).join(',')} and --no-install.`]);
  }
  return { only, mayInstall };
}

let child = null;
function endChild(signal) {
  try {
    // Its whole group: runners have workers and servers of their own.
    if (child?.pid) process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endChild('SIGTERM');
    setTimeout(() => {
      endChild('SIGKILL');
      process.exit(130);
    }, 3000);
  });
}

/** Colours are for a terminal, and what is kept to be shown later is not one that a runner would notice. */
function uncoloured() {
  const { FORCE_COLOR, ...rest } = process.env;
  return process.stdout.isTTY ? { ...rest, FORCE_COLOR: '1' } : { ...rest, NO_COLOR: '1' };
}

function runCommand(args, env, limitMs, onOutput) {
  child = spawn(process.execPath, [...followParent, ...args], {
    cwd: root,
    env: { ...uncoloured(), NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.on('data', (chunk) => onOutput(chunk.toString()));
  child.stderr.on('data', (chunk) => onOutput(chunk.toString()));
  const limit = setTimeout(() => {
    onOutput(`\nstopped after ${seconds(limitMs)}\n`);
    endChild('SIGKILL');
  }, limitMs);
  return new Promise((resolve) => {
    child.on('error', (error) => onOutput(`${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(limit);
      child = null;
      resolve(code ?? 1);
    });
  });
}

async function runStage(stage, reports, options) {
  const report = path.join(reports, stage.reportName ?? 'none');
  let output = '';
  const onOutput = (text) => {
    output += text;
  };
  const stop = ticking(stage.title);
  const args = typeof stage.args === 'function' ? stage.args(report) : stage.args;
  const code = stage.run
    ? await stage.run(onOutput, options)
    : await runCommand(args, stage.env?.(report) ?? {}, stage.limitMs ?? defaultLimitMs, onOutput);
  const took = stop();
  let result;
  try {
    result = stage.count({ code, output, report });
  } catch (error) {
    result = { passed: 0, failed: 1, note: `its report cannot be read: ${error.message}` };
  }
  const note = [result.notRun ? `${result.notRun} of them not run` : '', result.note ?? ''].filter(Boolean).join(', ');
  if (result.failed > 0) say(`\n${output.trimEnd()}\n`);
  const counts = `${result.passed} passed${result.failed > 0 ? `, ${result.failed} FAILED` : ''}`;
  say(`${result.failed > 0 ? '✗' : '✓'} ${stage.title}: ${counts}${note ? ` (${note})` : ''}, ${seconds(took)}`);
  return { ...result, took };
}

const { only, mayInstall } = readArguments(process.argv.slice(2));
const { chosen, unknown } = chooseStages(only);
if (unknown.length > 0)
  giveUp([`There is no stage ${unknown.join(', ')}; there are ${stages.map((stage) => stage.id).join(', ')}.`]);
const tooOld = nodeTooOld();
if (tooOld) giveUp([tooOld]);

const problems = ensurePackages(say, { mayInstall });
if (chosen.some((stage) => stage.id === 'e2e') && (problems.length === 0 || !mayInstall)) {
  const found = ensureBrowser(say, { mayInstall });
  problems.push(...found.problems);
  if (found.browser) process.env.CHROME_PATH = found.browser;
}
if (problems.length > 0) giveUp(problems);

const begun = Date.now();
const reports = mkdtempSync(path.join(tmpdir(), 'poyou-reports-'));
const results = [];
const passedStage = (id) => results.some(({ stage, result }) => stage.id === id && result.failed === 0);
try {
  for (const stage of chosen) {
    if (stage.id === 'e2e' && !passedStage('build')) {
      say(`✗ ${stage.title}: there is no build to run it on`);
      results.push({ stage, result: { passed: 0, failed: 1, took: 0 } });
      continue;
    }
    const typesChecked = passedStage('types-sqlite');
    results.push({ stage, result: await runStage(stage, reports, { typesChecked }) });
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const total = (key) => results.reduce((sum, { result }) => sum + result[key], 0);
say();
const head = ['stage', 'passed', 'failed', 'time'];
const rows = results.map(({ stage, result }) => [
  stage.title,
  String(result.passed),
  String(result.failed),
  seconds(result.took),
]);
const foot = ['together', String(total('passed')), String(total('failed')), seconds(Date.now() - begun)];
for (const line of table([head, ...rows, foot])) say(line);
say();
close(total('passed'), total('failed'));
