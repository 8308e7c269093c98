// npm run demo [-- --reset] [-- --now] [-- --no-limits]     PORT (3000), DATA_DIR (data)
// Installs, builds, makes the demo community and serves it; the second time it is up in seconds.
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { build, buildIsCurrent } from './build.mjs';
import { databaseUrl, demoFiles, demoIsLoaded, demoSecrets, forget, load, migrate, takeFolder } from './demo-data.mjs';
import { ensurePackages, nodeTooOld, portIsFree, root } from './machine.mjs';
import { progressBar, seconds, table, ticking } from './progress.mjs';
import { serve } from './serve.mjs';

const flags = new Map([
  ['--reset', '重新生成演示数据 / make the demo data anew'],
  ['--now', '用真实时钟 / use the real clock'],
  ['--no-limits', '不限次数，供压测 / no throttles, for the bench'],
  ['--e2e', '只用现成的安装和构建 / use the installation and the build at hand'],
]);
const say = (line = '') => process.stdout.write(`${line}\n`);

function fail(lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

const args = process.argv.slice(2);
const unknown = args.filter((arg) => !flags.has(arg));
if (unknown.length > 0) {
  const known = table([...flags].map(([flag, meaning]) => [`  ${flag}`, meaning]));
  fail([`不认识 / unknown: ${unknown.join(' ')}`, ...known]);
}
const asked = (flag) => args.includes(flag);

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  fail([`PORT 应为 1–65535，现在是 ${process.env.PORT}。 / PORT must be 1–65535, it is ${process.env.PORT}.`]);
}
const folder = path.resolve(root, process.env.DATA_DIR ?? 'data');
const files = demoFiles(folder);

/** The address that a phone in the same network can open, or null. */
function lanAddress() {
  for (const list of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of list ?? []) if (family === 'IPv4' && !internal) return address;
  }
  return null;
}

async function ensureBuild() {
  if (asked('--e2e')) {
    if (!existsSync(path.join(root, '.next', 'BUILD_ID'))) fail(['There is no build: npm run build.']);
    return;
  }
  if (buildIsCurrent()) return;
  const stop = ticking('构建 / building');
  let output = '';
  const code = await build({ typesChecked: true, onOutput: (text) => (output += text) });
  const took = stop();
  if (code !== 0) fail([output, '构建失败，见上。 / The build failed, see above.']);
  say(`构建完成 / built (${seconds(took)})`);
}

async function ensureData(env) {
  if (asked('--reset')) {
    forget(files);
    say('原有演示数据已删除 / the old demo data is deleted');
  }
  if (demoIsLoaded(files)) {
    const failure = migrate(files.database, env);
    if (failure)
      fail([
        failure,
        '演示数据升级失败，可用 -- --reset 重新生成。 / The demo data could not be migrated; -- --reset makes it anew.',
      ]);
    return;
  }
  say('生成演示社区 / making the demo community');
  const begun = Date.now();
  const bar = progressBar();
  const loaded = await load(files, env, bar.to);
  bar.done();
  if (!loaded)
    fail([
      '演示数据没有生成完，见上；再次运行会从头开始。 / The demo data was not finished, see above; the next run starts over.',
    ]);
  say(`演示社区已就绪 / the demo community is there (${seconds(Date.now() - begun)})`);
}

function welcome(health) {
  if (health.status >= 500) {
    process.stderr.write(
      `已启动，但健康检查报告 ${health.status} / up, but the health check says ${health.status}: ${health.text}\n`,
    );
  }
  const base = `http://localhost:${port}`;
  const lan = lanAddress();
  const accounts = JSON.parse(readFileSync(path.join(root, 'seeds', 'demo', 'accounts.json'), 'utf8'));
  say();
  say(`坡有说法 · 红色网格 已启动 / is up:  ${base}`);
  if (lan) say(`同一网络里的手机 / a phone in the same network:  http://${lan}:${port}`);
  say();
  const head = ['账号 / account', '姓名', '身份 / role', '', '页面 / screen'];
  const rows = accounts.map(({ account, name, role, roleEn, screen }) => [account, name, role, roleEn, screen]);
  for (const line of table([head, ...rows])) say(`  ${line}`);
  say();
  say('所有账号的密码 / one password for all:  poli-2024-demo');
  say(`登录 / sign in:  ${base}/login`);
  say();
  say(`下一步：打开 ${base}/report 点一单，不用登录；再用 limin 登录 ${base}/desk 派单。`);
  say(
    `Next: open ${base}/report and say what is wrong, no login needed; then sign in as limin at ${base}/desk and dispatch it.`,
  );
  say('Ctrl+C 停止，数据保留；-- --reset 重新开始。 / Ctrl+C stops and keeps the data; -- --reset starts over.');
}

const tooOld = nodeTooOld();
if (tooOld) fail([tooOld]);
if (!(await portIsFree(port))) {
  fail([
    `端口 ${port} 已被占用，换一个：PORT=3001 npm run demo。 / Port ${port} is taken, choose another: PORT=3001 npm run demo.`,
  ]);
}
if (!asked('--e2e')) {
  const problems = ensurePackages(say);
  if (problems.length > 0) fail(problems);
}
if (!takeFolder(files)) {
  fail([
    `${path.relative(root, folder) || folder} 里的演示正在另一个终端运行。 / The demo in this folder is already running in another terminal.`,
  ]);
}
await ensureBuild();

const env = {
  APP_MODE: 'demo',
  ...demoSecrets(files),
  NEXTAUTH_URL: `http://localhost:${port}`,
  ...(asked('--now') ? { DEMO_NOW: '1' } : {}),
  ...(asked('--no-limits') ? { NO_LIMITS: '1' } : {}),
};
await ensureData(env);
const code = await serve({
  port,
  env: { ...env, DATABASE_URL: databaseUrl(files.database), DATA_DIR: files.uploads },
  onReady: welcome,
});
process.exit(code);
