import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { startApp } from '../../bench/app-server';
import { expect, test } from '../support/e2e';
import { optionLike, readReceipt } from '../support/e2e-resident';
import { button } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

// The server is not there for a while, as it is meant here.
test.use({ allowedNoise: [/ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|status of 503|^503 from/] });

test('the server dies between two questions and under the last button: the report goes on and comes once', {
  tag: '@phone',
}, async ({ visit }) => {
  test.slow();
  // A server of its own, on a copy of this run's community: the others go on.
  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-restart-'));
  const file = path.join(folder, 'community.db');
  const db = new Database(path.join(process.env.E2E_DATA_DIR ?? '', 'demo.db'), { readonly: true });
  await db.backup(file);
  db.close();
  const place = { databaseUrl: `file:${file}`, dataDir: path.join(folder, 'uploads') };
  let server = await startApp(place);
  const { base, port } = server;
  try {
    const elder = await visit();
    await elder.context().addCookies([{ name: 'mode', value: 'elder', url: base }]);
    await elder.goto(`${base}/report`);
    // `/offline` is kept from the first page on.
    await expect.poll(() => elder.evaluate(async () => Boolean(await caches.match('/offline')))).toBe(true);
    await elder.getByRole('button', { name: say('report.kind.tile.lamp') }).click();
    await elder.waitForURL(/step=2/);
    const where = say('report.place.label');
    await elder.getByLabel(where).selectOption(await optionLike(elder, where, /C区.*5号楼/));
    await elder.getByLabel(say('report.place.detail')).fill('2单元二楼');

    await server.kill();
    await button(elder, 'report.next').click();
    await expect(elder.getByRole('heading', { level: 1 })).toHaveText(say('offline.title'));
    server = await startApp({ ...place, port });
    await button(elder, 'offline.again.send').click();
    await elder.waitForURL(/step=3/);
    await elder.getByLabel(say('report.say.label')).fill('晚上看不见台阶');
    await button(elder, 'report.next').click();
    await elder.waitForURL(/step=4/);
    await expect(elder.locator('.read-back')).toContainText('2单元二楼');

    await server.kill();
    await button(elder, 'report.submit_right').click();
    await expect(elder.getByText(say('outbox.report.kept'))).toBeVisible();
    server = await startApp({ ...place, port });
    await button(elder, 'outbox.send_now').click();
    await elder.getByRole('link', { name: say('outbox.report.open') }).click();
    const { queryCode } = await readReceipt(elder);
    await elder.goto(`${base}/mine`);
    const links = elder.getByRole('main').locator('a[href^="/t/"]');
    const orders = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
    expect(orders).toEqual([`/t/${queryCode}`]);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
