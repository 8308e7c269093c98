import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { benchSecrets, freePort, root, startServer } from '@/bench/app-server';
import { password } from '@/bench/community';
import { newId } from '@/lib/kernel/ids';
import { httpClient } from '../support/http-client';
import { servedBuild } from '../support/server';
import { expectProblem } from './on-order';

const order = { item: '0802', words: '楼下有车堵住了单元门。', place: { areaCode: '320371003208005-05' } };

// What only the served build adds to the rows, which the other files of this folder ask without it.
// Throttles on, as in production.
const served = servedBuild();

const open = (at: string, init: RequestInit = {}) => fetch(served().server.base + at, { redirect: 'manual', ...init });
const own = () => ({ origin: served().server.base });
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

/** The fields of the page's form as a browser without script sends them. */
async function signInForm(page: string, typed: Record<string, string>): Promise<FormData> {
  const form = new FormData();
  const start = page.indexOf('name="account"');
  const html = page.slice(page.lastIndexOf('<form', start), page.indexOf('</form>', start));
  for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    form.append(attribute('name'), attribute('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  return form;
}

async function signIn(account: string, secret = password) {
  const page = await (await open('/login?next=/desk')).text();
  return open('/login?next=/desk', {
    method: 'POST',
    headers: own(),
    body: await signInForm(page, { account, password: secret }),
  });
}

describe('the served build', () => {
  it('gives each page a policy with a nonce of its own, which its scripts carry', async () => {
    const nonces = new Set<string>();
    for (const page of ['/login', '/report', '/login']) {
      const response = await open(page);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1] ?? '';
      expect(policy).toMatch(/object-src 'none'.*base-uri 'none'.*form-action 'self'.*frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
      nonces.add(nonce);
      const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
    expect(nonces.size).toBe(3);
  });

  it('says in words, without any script, what was not found and what is not for this person', async () => {
    const titleOf = (html: string) => /<h1[^>]*>([^<]+)</.exec(html)?.[1];
    const cookie = cookiesOf(await signIn('liuyang')).join('; ');
    const cases: [path: string, as: string, status: number, zh: string, en: string][] = [
      ['/nope', '', 404, '没有找到这一页', 'There is no such page'],
      ['/report/done/XXXXXXXXXX', '', 404, '没有找到这张回执', 'This receipt was not found'],
      ['/report/done/WRONG', '', 404, '没有找到这张回执', 'This receipt was not found'],
      ['/desk/o/PL20240110-9999', cookie, 403, '这一页不归您看', 'This page is not yours to see'],
      ['/admin', cookie, 403, '这一页不归您看', 'This page is not yours to see'],
      ['/handle', cookie, 403, '这里要别的岗位才能进', 'This page needs another role'],
      ['/volunteer/t/PL20240110-9999', cookie, 404, '这一单现在看不到', 'This order cannot be seen now'],
    ];
    for (const [path, as, status, zh, en] of cases) {
      for (const [locale, title] of [
        ['zh-CN', zh],
        ['en', en],
      ]) {
        const shown = await open(path, { headers: { cookie: `${as}; locale=${locale}; mode=elder` } });
        const html = await shown.text();
        expect([path, shown.status, titleOf(html)]).toEqual([path, status, title]);
        expect(html).toContain(`<html lang="${locale}" data-mode="elder"`);
        expect(html).toMatch(/<main.*href="\//s);
        // Whoever has lost the way to an order is led to where it is looked up, and told whom to call.
        if (path.startsWith('/report')) expect(html).toMatch(/<main.*href="\/t".*href="\/mine".*href="tel:\d/s);
      }
    }
  });

  it('refuses forms and actions from another site, before anything is read', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ];
    const page = await (await open('/login')).text();
    for (const headers of foreign) {
      const body = await signInForm(page, { account: 'limin', password });
      for (const target of ['/login', '/mode', '/desk']) {
        const refused = await open(target, { method: 'POST', headers, body });
        expect([target, refused.status, refused.headers.getSetCookie()]).toEqual([target, 403, []]);
        expect(await refused.text()).toContain('这个请求来自别的网站');
      }
    }
  });

  it('signs in by the form without script, and the cookie opens pages and API', async () => {
    const signed = await signIn('limin');
    expect([signed.status, signed.headers.get('location')]).toEqual([303, '/desk']);
    const [cookie = ''] = signed.headers.getSetCookie();
    expect(cookie).toMatch(/^next-auth\.session-token=[\w.-]+; .*HttpOnly/i);
    expect(cookie).toMatch(/SameSite=lax/i);
    const jar = { cookie: cookiesOf(signed).join('; ') };
    expect((await open('/desk', { headers: jar })).status).toBe(200);
    const api = httpClient(served().server.base, jar);
    expect((await api.get('/me')).body).toMatchObject({ name: '李敏', sessionKind: 'staff' });
    // What the cookie lends is lent to this site's own pages only.
    expectProblem(await api.post('/logout'), 403, 'http.foreign_origin');
    expect((await open('/desk', { headers: jar })).status).toBe(200);
    expect((await api.post('/logout', {}, own())).status).toBe(200);
    const after = await open('/desk', { headers: jar });
    expect([after.status, after.headers.get('location')]).toEqual([307, '/login?next=%2Fdesk']);
  });

  it('keeps the typed account after a wrong password, and never the password', async () => {
    const refused = await signIn('dujuan', 'a-wrong-guess-7');
    const html = await refused.text();
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([200, []]);
    expect(html).toContain('账号或密码不对');
    expect(html).toMatch(/name="account"[^>]*value="dujuan"|value="dujuan"[^>]*name="account"/);
    expect(html).not.toContain('a-wrong-guess-7');
  });

  it('opens one database and one clock for pages, actions, handlers and the worker together', async () => {
    const { body } = await httpClient(served().server.base).get('/health');
    expect(body).toEqual({ status: 'ok', engine: 'sqlite', migrations: body.migrations, version: '0.1.0' });
    for (const at of ['/', '/report', '/login', '/t', '/api/v1/areas', '/api/auth/session', '/photos/none']) {
      expect((await open(at)).status, at).toBeLessThan(500);
    }
    await signIn('limin');
    const folder = `/proc/${served().server.pid}/fd`;
    // Elsewhere than on Linux nobody tells which files a process has open.
    if (!existsSync(folder)) return;
    const files = readdirSync(folder).map((fd) => {
      try {
        return readlinkSync(path.join(folder, fd));
      } catch {
        return '';
      }
    });
    // One connection writes, one reads.
    expect(files.filter((file) => file === served().place.file)).toHaveLength(2);
  });
});

describe('the API as it is served', () => {
  const anybody = () => httpClient(served().server.base);

  it('answers rows, wrong methods, unknown paths and HEAD', async () => {
    const areas = await anybody().get('/areas?parent=320371003208');
    expect(areas.body.items.length).toBeGreaterThan(3);
    expectProblem(await anybody().get('/nowhere'), 404, 'http.no_such_path');
    expectProblem(await anybody().send('PUT', '/orders'), 405, 'http.method_not_allowed');
    expectProblem(await anybody().send('DELETE', '/uploads'), 405, 'http.method_not_allowed');
    const head = await anybody().send('HEAD', '/areas');
    expect([head.status, head.text]).toEqual([200, '']);
    const document = await anybody().get('/openapi.json');
    expect([document.status, document.body.openapi]).toEqual([200, '3.1.0']);
  });

  it('speaks the reader’s language', async () => {
    const english = await anybody().get('/me', { 'accept-language': 'en' });
    expect(english.body.detail).toMatch(/^[ -~’]+$/);
    const chosen = await anybody().get('/me', { 'accept-language': 'en', cookie: 'locale=zh-CN' });
    expect(chosen.body.detail).toMatch(/\p{Script=Han}/u);
  });

  it('takes a photo of nearly 8 MB whole, and refuses a larger one with an answer', async () => {
    const noise = Buffer.alloc(1800 * 1450 * 3);
    for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE(Math.floor(Math.random() * 2 ** 32), at);
    const raw = { raw: { width: 1800, height: 1450, channels: 3 as const } };
    const png = new Uint8Array(await sharp(noise, raw).png({ compressionLevel: 0 }).toBuffer());
    expect(png.length).toBeGreaterThan(7.4 * 1024 * 1024);
    const kept = await anybody().upload(png);
    expect([kept.status, kept.body.width], kept.text).toEqual([201, 1600]);
    expectProblem(await anybody().upload(new Uint8Array(8 * 1024 * 1024 + 1)), 413, 'upload.too_large');
    expectProblem(await anybody().upload(new Uint8Array(12 * 1024 * 1024)), 413, 'http.too_large');
    expectProblem(await anybody().post('/orders', { words: '长'.repeat(700_000) }), 413, 'http.too_large');
    // And goes on answering on the same connections.
    expect((await anybody().get('/areas')).status).toBe(200);
  });

  it('submits and tells the same bytes again', async () => {
    const sent = { ...order, clientId: newId() };
    const first = await anybody().post('/orders', sent);
    expect(first.status).toBe(201);
    expect((await anybody().post('/orders', sent)).text).toBe(first.text);
    expect((await anybody().get(`/track/${first.body.queryCode}`)).body.code).toBe(first.body.code);
  });

  it('counts guesses by the socket’s address, whatever address is claimed', async () => {
    const { body } = await anybody().post('/orders', { ...order, anonymous: true, clientId: newId() });
    const guess = (n: number) =>
      anybody().get(`/track/${body.code}`, {
        'order-pin': `00000${n}`,
        'x-forwarded-for': `198.51.100.${n}`,
        'x-real-ip': `198.51.100.${n}`,
        forwarded: `for=198.51.100.${n}`,
      });
    for (let n = 0; n < 5; n++) expect((await guess(n)).status).toBe(404);
    const refused = await guess(6);
    expectProblem(refused, 429, 'throttle.pin');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
  });
});

describe('without its database', () => {
  it('says 503 in words, and stays', async () => {
    const port = await freePort();
    const lonely = await startServer(['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', `${port}`], {
      port,
      env: {
        ...benchSecrets,
        APP_MODE: 'demo',
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        DATABASE_URL: `file:${served().place.dataDir}/not/there/at/all.db`,
        DATA_DIR: served().place.dataDir,
      },
      answers: async (base) => (await fetch(`${base}/api/v1/health`)).status > 0,
    });
    try {
      const anybody = httpClient(lonely.base);
      const health = await anybody.get('/health');
      expect([health.status, health.body]).toEqual([
        503,
        { status: 'unavailable', engine: 'sqlite', migrations: null, version: '0.1.0' },
      ]);
      for (const answer of [
        await anybody.get('/areas'),
        await anybody.post('/orders', { ...order, clientId: newId() }),
      ]) {
        expectProblem(answer, 503);
        expect(answer.body.title).toBe('Service Unavailable');
        expect(answer.body.detail).toMatch(/^系统暂时不能用/);
        expect(answer.text).not.toMatch(/at\/all\.db|directory/);
      }
      expect((await anybody.get('/openapi.json')).status).toBe(200);
      const told = {
        'zh-CN': /<h1[^>]*>页面没打开<.*您填过并保存的内容还在.*再试一次<.*着火、有人受伤请打 119、120/s,
        en: /<h1[^>]*>The page did not open<.*saved is kept.*Try again<.*for fire or injury 119/s,
      };
      for (const page of ['/', '/mine', '/me', '/report']) {
        for (const [locale, words] of Object.entries(told)) {
          const shown = await fetch(lonely.base + page, { headers: { cookie: `locale=${locale}` } });
          const html = await shown.text();
          expect([page, shown.status]).toEqual([page, 500]);
          expect(html).toMatch(words);
          expect(html).toMatch(new RegExp(`<main.*href="${page}".*href="/".*href="tel:12345"`, 's'));
          expect(html).not.toMatch(/at\/all\.db|node_modules|<script|Error/);
        }
      }
    } finally {
      await lonely.stop();
    }
  });
});

describe('npm start, and what an operator types before it', () => {
  const settings = (databaseUrl: string, port: number) => ({
    ...benchSecrets,
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    PORT: `${port}`,
  });
  /** One command to its end, with nothing of this process's settings but where programs are. */
  const run = (env: Record<string, string>, ...args: string[]) => {
    const bare = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const };
    return spawnSync(process.execPath, args, {
      cwd: root,
      env: { ...bare, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
  };
  const script = (env: Record<string, string>, name: string, ...args: string[]) =>
    run(env, path.join('scripts', 'run-ts.mjs'), `scripts/${name}.ts`, ...args);

  it('does not start without its secrets, and says all that is missing at once', async () => {
    const { DATABASE_URL, ...rest } = settings('', await freePort());
    const refused = run({ PORT: rest.PORT }, 'scripts/start.mjs');
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    const lines = refused.stderr.trim().split('\n');
    expect(lines[0]).toBe('没有启动 / not started:');
    expect(lines.slice(1).map((line) => line.trim().split(' ')[1])).toEqual([
      'DATABASE_URL',
      'NEXTAUTH_SECRET',
      'CODE_SECRET',
      'PUBLIC_ORIGIN',
    ]);
  });

  it('does not start on a database that the demo made, nor is a community loaded into one', async () => {
    const env = settings(served().place.databaseUrl, await freePort());
    const refused = run(env, 'scripts/start.mjs');
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/^没有启动.*\n {2}- 这个数据库是演示数据.*passwords are known/);
    const loaded = script(env, 'load-community', 'seeds/example-community');
    expect([loaded.status, loaded.stderr]).toEqual([1, expect.stringContaining('这是演示数据库')]);
  });

  it('carries an order of the loaded example to the unit’s own session', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'poyou-production-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const port = await freePort();
    const env = { ...settings(`file:${folder}/new/production.db`, port), DATA_DIR: path.join(folder, 'uploads') };

    expect(script(env, 'create-admin', 'guanli', '示例管理员', '990101001').stderr).toContain('npm run migrate');
    expect(script(env, 'migrate')).toMatchObject({ status: 0, stderr: '' });
    const admin = script(env, 'create-admin', 'guanli', '示例管理员', '990101001');
    const adminPassword = /password \(shown once\): (\S+)/.exec(admin.stdout)?.[1] ?? '';
    expect(script(env, 'create-admin', 'guanli', '示例管理员', '990101001')).toMatchObject({ status: 1, stdout: '' });
    const first = script(env, 'load-community', 'seeds/example-community');
    expect([first.status, first.stderr]).toEqual([0, '']);
    const file = /\S+first-passwords-\d+\.csv/.exec(first.stdout)?.[0] ?? '';
    onTestFinished(() => rmSync(file, { force: true }));
    const again = script(env, 'load-community', 'seeds/example-community');
    expect(again.stdout).not.toMatch(/new [1-9]|changed [1-9]|first-passwords/);

    const started = await startServer(['scripts/start.mjs'], {
      port,
      env,
      answers: async (base) => (await fetch(`${base}/api/v1/health`)).ok,
    });
    onTestFinished(() => started.stop());
    const anybody = httpClient(started.base);
    const signedIn = async (account: string, secret: string) => {
      const { status, body } = await anybody.post('/login', { account, password: secret });
      expect(status).toBe(200);
      return httpClient(started.base, { authorization: `Bearer ${body.token}` });
    };
    // Nobody has the demo's password here.
    expectProblem(await anybody.post('/login', { account: 'guanli', password }), 401);
    expect((await (await signedIn('guanli', adminPassword)).get('/me')).body).toMatchObject({
      passwordChangeDue: true,
    });

    const sent = await anybody.post('/orders', {
      item: '0703',
      words: '楼道里有燃气味，请马上来看。',
      place: { areaCode: '990101001001001-01' },
      contact: { phone: '10080000001' },
      clientId: newId(),
    });
    expect(sent.status, sent.text).toBe(201);
    expect(sent.body.code).toMatch(/^LX\d/);
    const passwords = new Map(
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => [line.split(',')[0], line.split(',')[2] ?? '']),
    );
    const repairer = await signedIn('qiangxiu', passwords.get('qiangxiu') ?? '');
    const { status, body } = await repairer.get(`/orders/${sent.body.code}`);
    expect([status, body.status]).toEqual([200, 'assigned']);
    const elsewhere = await signedIn('jishi', passwords.get('jishi') ?? '');
    expect((await elsewhere.get(`/orders/${sent.body.code}`)).status).toBe(404);
  }, 120_000);
});
