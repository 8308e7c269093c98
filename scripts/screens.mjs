// npm run screens: every page of every role, 390 and 1440 px, standard and elder, Chinese and English, as pictures in
// screens/ (index.html beside them). For eyes, not for a verdict.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build, buildIsCurrent } from './build.mjs';
import { ensurePackages, root } from './machine.mjs';
import { ticking } from './progress.mjs';

const say = (line = '') => process.stdout.write(`${line}\n`);
function fail(lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

const problems = ensurePackages(say);
const { browser, problems: without } = problems.length > 0 ? { browser: null, problems: [] } : ensureBrowser(say);
if (problems.length + without.length > 0) fail([...problems, ...without]);

if (!buildIsCurrent()) {
  const stop = ticking('构建 / building');
  let output = '';
  const code = await build({ typesChecked: true, onOutput: (text) => (output += text) });
  stop();
  if (code !== 0) fail([output, '构建失败，见上。 / The build failed, see above.']);
}

const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const { status } = spawnSync(process.execPath, [playwright, 'test', '-c', 'tests/screens/screens.config.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(browser && { CHROME_PATH: browser }) },
});
if (status === 0) say('screens/index.html');
process.exit(status ?? 1);
