import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/e2e';
import { goTo, type Stop, stops } from '../support/e2e-pages';
import { report } from '../support/e2e-resident';

const folder = path.resolve(import.meta.dirname, '..', '..', 'screens');
/** What a sheet shows of a page at most, in CSS pixels; a list goes on like it began. */
const tallest = 2600;

const looks = (['phone', 'desktop'] as const).flatMap((on) =>
  ['standard', 'elder'].flatMap((mode) => ['zh-CN', 'en'].map((locale) => ({ on, mode, locale }))),
);
type Look = (typeof looks)[number];

const roles = [...new Set(stops.map((stop) => stop.as ?? ''))];
const slug = (stop: Stop) =>
  `${String(stops.indexOf(stop) + 1).padStart(2, '0')}-${stop.name.replace(/[^a-z0-9]+/gi, '-')}`;
const fileOf = (stop: Stop, { on, mode, locale }: Look) =>
  `${slug(stop)}.${on === 'phone' ? 390 : 1440}.${mode}.${locale.slice(0, 2)}.png`;

async function shoot(page: Page, file: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 390 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const take = () =>
    page.screenshot({
      path: file,
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(Math.max(height, 700), tallest) },
      animations: 'disabled',
    });
  // A browser short of memory now and then refuses one.
  await take().catch(take);
}

/** Four phones beside each other, four desktops in two rows: one picture for each page and width. */
async function sheet(stop: Stop, on: Look['on']): Promise<string> {
  const files = looks.filter((look) => look.on === on).map((look) => path.join(folder, fileOf(stop, look)));
  const across = on === 'phone' ? 4 : 2;
  const width = on === 'phone' ? 390 : 900;
  const images = await Promise.all(
    files.map((file) => sharp(file).resize({ width }).png().toBuffer({ resolveWithObject: true })),
  );
  const rows = [images.slice(0, across), images.slice(across)].filter((row) => row.length > 0);
  const heights = rows.map((row) => Math.max(...row.map(({ info }) => info.height)));
  const gap = 16;
  const name = `${slug(stop)}.${on}.png`;
  await sharp({
    create: {
      width: across * (width + gap) + gap,
      height: heights.reduce((sum, height) => sum + height + gap, gap),
      channels: 3,
      background: '#6b7280',
    },
  })
    .composite(
      rows.flatMap((row, r) =>
        row.map(({ data }, i) => ({
          input: data,
          left: gap + i * (width + gap),
          top: gap + heights.slice(0, r).reduce((sum, height) => sum + height + gap, 0),
        })),
      ),
    )
    .png()
    .toFile(path.join(folder, name));
  return name;
}

function writeIndex(): void {
  const rows = stops.map((stop) => {
    const who = stop.as ?? 'a resident';
    const pictures = ['phone', 'desktop'].map((on) => `<img src="${slug(stop)}.${on}.png" loading="lazy" alt="">`);
    return `<h2>${stop.name} · ${who} · ${stop.path}</h2>${pictures.join('')}`;
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>img{max-width:100%;display:block;margin:8px 0}</style>${rows.join('\n')}`,
  );
}

test.describe.configure({ mode: 'parallel' });
test.use({ allowedNoise: [/status of (40[34]|422)/] });
test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeIndex();
});

for (const role of roles) {
  test(`the pages of ${role || 'a resident'}`, async ({ visit }) => {
    const own = stops.filter((stop) => (stop.as ?? '') === role);
    const code = role
      ? ''
      : (await report(await visit(), { words: '花坛边的石头松了。', place: /C区.*1号楼/ })).queryCode;
    const empty: string[] = [];
    for (const look of looks) {
      const page = await visit(role || undefined, look);
      for (const stop of own) {
        // One question a page is asked only in the larger sizes: in standard size that is the one form.
        const shown = look.mode === 'standard' && stop.path.includes('?step=') ? { ...stop, opening: undefined } : stop;
        if (!(await goTo(page, shown, code))) empty.push(stop.name);
        await shoot(page, path.join(folder, fileOf(stop, look)));
        await stop.closing?.(page);
      }
      await page.context().close();
    }
    for (const stop of own) {
      await sheet(stop, 'phone');
      await sheet(stop, 'desktop');
    }
    expect(empty, 'pages that nothing leads to').toEqual([]);
  });
}
