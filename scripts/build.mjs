// npm run build: `next build`, with a note of the sources it was made of, so that the demo and the tests know whether
// the build at hand is of the code at hand.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { followParent, root } from './machine.mjs';

// What ends up in a build. tsconfig.json is left out: `next build` itself may rewrite it.
const sources = [
  'app',
  'components',
  'db',
  'lib',
  'messages',
  'public',
  'seeds/reference',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
];

function* filesBelow(relative) {
  const full = path.join(root, relative);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    yield relative;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesBelow(path.posix.join(relative, name));
}

/** SHA-256 over the names and contents of everything a build is made of. */
export function sourceHash() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const source of sources) {
    for (const file of filesBelow(source)) hash.update(`\n${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

const note = path.join(root, '.next', 'made-of.json');
const buildId = () => readFileSync(path.join(root, '.next', 'BUILD_ID'), 'utf8');

/** Whether `.next` holds a finished build of the sources as they are now. */
export function buildIsCurrent() {
  try {
    const made = JSON.parse(readFileSync(note, 'utf8'));
    return made.buildId === buildId() && made.sources === sourceHash();
  } catch {
    return false;
  }
}

/**
 * Runs `next build`.
 * @param onOutput gets each piece of text; without it the text goes to the terminal
 * @returns the exit code
 */
export function build({ onOutput, typesChecked = false } = {}) {
  const before = sourceHash();
  const child = spawn(
    process.execPath,
    [...followParent, path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...(typesChecked ? { TYPES_CHECKED: '1' } : {}) },
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    },
  );
  child.stdout?.on('data', (chunk) => onOutput(chunk.toString()));
  child.stderr?.on('data', (chunk) => onOutput(chunk.toString()));
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      if (code === 0) writeFileSync(note, JSON.stringify({ buildId: buildId(), sources: before }));
      resolve(code ?? 1);
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(await build());
