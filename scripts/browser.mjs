// A Chromium for the end-to-end tests: an installed one, else Debian's, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, which } from './machine.mjs';

/** What Playwright downloaded for itself, or null. */
function playwrightsOwn() {
  try {
    const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
    const file = chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Full path of a Chrome or Chromium on this machine, or null. CHROME_PATH wins. */
export function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : null;
  const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  for (const command of commands) {
    const found = which(command);
    if (found) return found;
  }
  return macApps.find(existsSync) ?? playwrightsOwn();
}

/** Chinese characters need a font, or every screenshot is boxes; true where nobody can tell. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (!list.error) return list.stdout.trim() !== '';
  const folders = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype/wqy'];
  return folders.some((folder) => existsSync(folder) && readdirSync(folder).length > 0);
}

function run(command, args) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * The browser, installed when there is none.
 * @param say prints one line
 * @returns {{ browser: string | null, problems: string[] }}
 */
export function ensureBrowser(say, { mayInstall = true } = {}) {
  const given = process.env.CHROME_PATH;
  if (given && !existsSync(given))
    return { browser: null, problems: [`CHROME_PATH names ${given}, which is not there.`] };

  const debian = process.getuid?.() === 0 && which('apt-get');
  const packages = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (packages.includes('chromium') && !mayInstall) {
    return { browser: null, problems: ['a Chrome or Chromium is missing, and installing was not allowed.'] };
  }
  if (packages.length > 0 && debian && mayInstall) {
    const lacking = packages.map((name) => (name === 'chromium' ? 'a Chrome or Chromium' : 'a Chinese font'));
    say(`${lacking.join(' and ')} is missing: apt-get install ${packages.join(' ')}`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  if (!findBrowser()) {
    say('a Chrome or Chromium is missing: npx playwright install chromium');
    run(process.execPath, [path.join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  }
  if (!hasChineseFont()) say('no Chinese font is installed: the tests run, screenshots show boxes');
  const browser = findBrowser();
  const problem = 'no Chrome or Chromium could be installed: install one, or name it in CHROME_PATH.';
  return { browser, problems: browser ? [] : [problem] };
}
