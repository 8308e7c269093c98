// What this machine has and lacks. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Arguments of Node for a child that shall not outlive this process. */
export const followParent = ['--import', new URL('./follow-parent.mjs', import.meta.url).href];
const windows = process.platform === 'win32';

/** Full path of a command on PATH, or null. */
export function which(command) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** One sentence when this Node is too old, else null. The floor stands in package.json, `engines`. */
export function nodeTooOld(version = process.versions.node) {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node.replace(/^>=/, '');
  const [major, minor] = version.split('.').map(Number);
  const [needMajor, needMinor] = wanted.split('.').map(Number);
  const enough = major > needMajor || (major === needMajor && minor >= needMinor);
  return enough
    ? null
    : `需要 Node ${wanted} 或更新版本，这台机器上是 ${version}。 / Node ${wanted} or newer is needed, this machine has ${version}.`;
}

/** One sentence for each tool that compiling better-sqlite3 would need and this machine lacks. */
export function missingBuildTools() {
  if (windows) return [];
  const tools = [
    { name: 'python3', commands: ['python3'] },
    { name: 'make', commands: ['make'] },
    { name: 'g++', commands: ['g++', 'c++', 'clang++'] },
  ];
  return tools
    .filter(({ commands }) => !commands.some(which))
    .map(
      ({ name }) =>
        `缺少 ${name},编译 better-sqlite3 时要用（Debian: apt-get install ${name}）。 / ${name} is missing; compiling better-sqlite3 needs it.`,
    );
}

const hiddenLock = path.join(root, 'node_modules', '.package-lock.json');
const installedMark = path.join(root, 'node_modules', '.installed-for');

function lockHash() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

/** Why `npm install` has to run, or null when the packages are there. */
export function installNeeded() {
  if (!existsSync(hiddenLock)) return 'node_modules is missing';
  const marked = existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lockHash();
  const fresh = statSync(hiddenLock).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
  return marked || fresh ? null : 'node_modules is older than package-lock.json';
}

function npm(args) {
  // `npm test` hands its own npm down; run by hand there is the one on PATH.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : [windows ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', shell: windows && !own });
}

/** Whether the database driver was built for this Node. */
export function sqliteLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

/**
 * Packages that are there, of the locked versions, with a database driver that loads.
 * @param say prints one line
 * @returns sentences that say what is in the way; empty when all is well
 */
export function ensurePackages(say, { mayInstall = true } = {}) {
  const reason = installNeeded();
  const compiled = !reason && sqliteLoads();
  if (compiled) return [];
  const problem = reason ?? 'better-sqlite3 does not load in this Node';
  if (!mayInstall) return [`${problem}, and installing was not allowed: run npm install.`];

  const lacking = missingBuildTools();
  if (reason) {
    say(`${reason}: npm install (1–3 min)`);
    // Development packages too, whatever NODE_ENV says: the build and the tests need them.
    if (npm(['install', '--include=dev', '--no-audit', '--no-fund']).status !== 0) {
      return ['npm install 失败，见上。 / npm install failed, see above.', ...lacking];
    }
  }
  if (!sqliteLoads()) {
    say('better-sqlite3 does not load in this Node: npm rebuild better-sqlite3 (about 1 min)');
    if (npm(['rebuild', 'better-sqlite3']).status !== 0 || !sqliteLoads()) {
      return ['better-sqlite3 编译失败，见上。 / better-sqlite3 could not be compiled, see above.', ...lacking];
    }
  }
  writeFileSync(installedMark, lockHash());
  return [];
}

/** Whether `port` can be listened on now. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
