// npm start: production. Refuses to start without its secrets, with a demo database, or without throttles.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodeTooOld, portIsFree, root } from './machine.mjs';
import { readEnvFiles } from './read-env.mjs';
import { serve } from './serve.mjs';

const secretLength = 32;
const makeSecret = `node -p "require('node:crypto').randomBytes(32).toString('hex')"`;

function readOrigin(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null;
  } catch {
    return null;
  }
}

/**
 * Everything that is missing or wrong, one line each with how to set it right; empty when production may start.
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args
 */
export function productionProblems(env, args) {
  const problems = [];
  if (!env.DATABASE_URL) {
    problems.push(
      'DATABASE_URL 未设置 / is not set: file:data/production.db, or postgres://user:password@host/database',
    );
  }
  for (const name of ['NEXTAUTH_SECRET', 'CODE_SECRET']) {
    const length = env[name]?.length ?? 0;
    if (length === 0) problems.push(`${name} 未设置 / is not set: ${makeSecret}`);
    else if (length < secretLength) {
      problems.push(`${name} 太短 / is too short: ${length} < ${secretLength}: ${makeSecret}`);
    }
  }
  if (env.NEXTAUTH_SECRET && env.NEXTAUTH_SECRET === env.CODE_SECRET) {
    problems.push(`NEXTAUTH_SECRET 与 CODE_SECRET 必须不同 / must differ: ${makeSecret}`);
  }
  const origins = ['PUBLIC_ORIGIN', 'NEXTAUTH_URL'].filter((name) => env[name]);
  if (origins.length === 0) {
    problems.push(
      'PUBLIC_ORIGIN 未设置 / is not set: https://poli.example.cn, the address that residents type (NEXTAUTH_URL may stand for it)',
    );
  }
  for (const name of origins) {
    if (!readOrigin(env[name])) problems.push(`${name} 不是网址 / is no web address: ${env[name]}`);
  }
  if (origins.length === 2 && readOrigin(env.PUBLIC_ORIGIN) !== readOrigin(env.NEXTAUTH_URL)) {
    problems.push('PUBLIC_ORIGIN 与 NEXTAUTH_URL 不是同一地址 / name different origins');
  }
  if (args.includes('--no-limits') || env.NO_LIMITS) {
    problems.push('--no-limits 只用于演示和压测 / is for the demo and the bench only: leave it (and NO_LIMITS) out');
  }
  if (env.APP_MODE === 'demo')
    problems.push('APP_MODE=demo 只用于演示 / is for the demo only: leave it out, or run npm run demo');
  for (const arg of args.filter((given) => given !== '--no-limits')) problems.push(`不认识 / unknown: ${arg}`);
  return problems;
}

function refuse(lines) {
  process.stderr.write(`${['没有启动 / not started:', ...lines.map((line) => `  - ${line}`)].join('\n')}\n`);
  process.exit(1);
}

function runTs(file, env) {
  const runner = path.join(root, 'scripts', 'run-ts.mjs');
  return spawnSync(process.execPath, [runner, file], { cwd: root, env, encoding: 'utf8' });
}

async function main() {
  const tooOld = nodeTooOld();
  if (tooOld) refuse([tooOld]);
  readEnvFiles();

  const problems = productionProblems(process.env, process.argv.slice(2));
  if (!existsSync(path.join(root, '.next', 'BUILD_ID'))) problems.push('还没有构建 / there is no build: npm run build');
  const port = Number(process.env.PORT ?? 3000);
  if (!(Number.isInteger(port) && port > 0 && port <= 65_535))
    problems.push(`PORT 应为 1–65535 / must be 1–65535: ${process.env.PORT}`);
  else if (!(await portIsFree(port))) problems.push(`端口 ${port} 已被占用 / port ${port} is taken: set PORT`);
  if (problems.length > 0) refuse(problems);

  const origin = readOrigin(process.env.PUBLIC_ORIGIN ?? process.env.NEXTAUTH_URL);
  const env = { ...process.env, APP_MODE: 'production', NODE_ENV: 'production', PUBLIC_ORIGIN: origin };
  env.NEXTAUTH_URL ??= origin;
  delete env.DEMO_NOW;

  const migrated = runTs('scripts/migrate.ts', env);
  if (migrated.status !== 0) refuse([`数据库迁移失败 / the migrations failed:\n${migrated.stdout}${migrated.stderr}`]);
  const checked = runTs('scripts/check-production.ts', env);
  if (checked.status !== 0) refuse([`${checked.stdout}${checked.stderr}`.trim()]);

  const code = await serve({
    port,
    env,
    onReady: ({ status, text }) => {
      if (status < 500) process.stdout.write(`坡有说法 · 红色网格 已启动 / is up: ${origin} (port ${port})\n`);
      else process.stderr.write(`已启动,但健康检查报告 / up, but the health check says ${status}: ${text}\n`);
    },
  });
  process.exit(code);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts', 'start.mjs')) await main();
