import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { shelveDraft } from '@/lib/drafts/commands/shelve-draft';
import { attachUploads } from '@/lib/uploads/commands/attach-uploads';
import { discardUploads } from '@/lib/uploads/commands/discard-uploads';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { sweepUploads } from '@/lib/uploads/commands/sweep-uploads';
import { photoPath } from '@/lib/uploads/files';
import { maxUploadBytes } from '@/lib/uploads/input';
import { findSamePhotos, getUploads, unusableUploads } from '@/lib/uploads/queries/get-uploads';
import { openUpload } from '@/lib/uploads/queries/open-upload';
import { upload } from '@/lib/uploads/tables';
import { jobs } from '@/lib/worker/schedule';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'poyou-uploads-'));
  vi.stubEnv('DATA_DIR', folder);
  return async () => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
    await rm(folder, { recursive: true, force: true });
  };
});

const anonymous = { kind: 'anonymous' } as const;
const picture = (width = 2400, height = 1200, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } });
const store = (bytes: Buffer) => storeUpload(db.ctx(anonymous), { bytes });
const read = async (id: string, size: 'full' | 'thumb') => {
  const opened = await openUpload(db.ctx(anonymous), { id, size, allow: () => true });
  return { ...opened, body: Buffer.from(await new Response(opened.stream).arrayBuffer()) };
};
const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));

async function refused(bytes: Buffer, expected: Record<string, unknown>) {
  await expect(store(bytes)).rejects.toMatchObject(expected);
  expect(await db.engine.reader.select().from(upload)).toEqual([]);
  expect(await files()).toEqual([]);
}

describe('a photo', () => {
  it('is kept as WebP of at most 1600 px with a thumbnail of 480 px', async () => {
    const stored = await store(await picture().jpeg().toBuffer());
    expect(stored).toMatchObject({ width: 1600, height: 800 });
    const full = await read(stored.id, 'full');
    expect(full).toMatchObject({ mime: 'image/webp', bytes: full.body.length });
    expect(await sharp(full.body).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 800 });
    expect(await sharp((await read(stored.id, 'thumb')).body).metadata()).toMatchObject({ width: 480, height: 240 });
    expect((await files()).some((name) => name.endsWith('.tmp'))).toBe(false);
  });

  it('is never made larger, and PNG and WebP are taken as well', async () => {
    const png = await store(await picture(300, 200).png().toBuffer());
    const webp = await store(await picture(300, 200, '#996633').webp().toBuffer());
    expect([png, webp]).toMatchObject([
      { width: 300, height: 200 },
      { width: 300, height: 200 },
    ]);
  });

  it('loses position, EXIF and orientation, standing upright', async () => {
    const exif = {
      IFD0: { Make: 'SecretPhone', Orientation: '6' },
      IFD3: { GPSLatitude: '34/1 18/1 0/1', GPSLatitudeRef: 'N' },
    };
    const sent = await picture(400, 200).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const stored = await store(sent);
    expect(stored).toMatchObject({ width: 200, height: 400 });
    for (const size of ['full', 'thumb'] as const) {
      const { body } = await read(stored.id, size);
      const meta = await sharp(body).metadata();
      expect(meta.exif).toBeUndefined();
      expect(meta.orientation).toBeUndefined();
      expect(body.includes('SecretPhone')).toBe(false);
      expect(body.includes('GPS')).toBe(false);
    }
  });

  it('is recognised as the same photo without its metadata, and not as another one', async () => {
    const plain = await picture(400, 200).png().toBuffer();
    const tagged = await sharp(plain)
      .withExif({ IFD0: { Make: 'Phone' } })
      .png()
      .toBuffer();
    const [one, two] = [await store(plain), await store(tagged)];
    const other = await store(await picture(400, 200, '#336698').png().toBuffer());
    expect(one.sha256).toBe(two.sha256);
    const same = await findSamePhotos(db.ctx(), { ids: [one.id, other.id] });
    expect(same).toEqual(
      new Map([
        [one.id, [two.id]],
        [other.id, []],
      ]),
    );
  });

  it('is refused by its content, whatever its name says', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>');
    const gif = await picture(40, 40).gif().toBuffer();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
    await refused(svg, { code: 'wrong_type', reason: 'upload.wrong_type' });
    await refused(gif, { code: 'wrong_type', reason: 'upload.wrong_type' });
    await refused(Buffer.from('hello'), { code: 'wrong_type', reason: 'upload.wrong_type' });
    await refused(heic, { code: 'wrong_type', reason: 'upload.heic' });
  });

  it('is refused when empty, too large, broken, or a bomb of pixels', async () => {
    await refused(Buffer.alloc(0), { code: 'invalid', reason: 'upload.empty' });
    await refused(Buffer.alloc(maxUploadBytes + 1, 0xff), { code: 'too_large', reason: 'upload.too_large' });
    const whole = await picture().jpeg().toBuffer();
    await refused(whole.subarray(0, Math.floor(whole.length / 2)), { code: 'invalid', reason: 'upload.unreadable' });
    await refused(Buffer.concat([whole.subarray(0, 200), Buffer.alloc(500, 7)]), {
      code: 'invalid',
      reason: 'upload.unreadable',
    });
    const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(maxUploadBytes);
    await refused(bomb, { code: 'invalid', reason: 'upload.too_many_pixels' });
  });

  it('is opened only for those whom its owner lets in', async () => {
    const { id } = await store(await picture(300, 200).jpeg().toBuffer());
    const ctx = db.ctx(anonymous);
    const missing = { code: 'not_found', reason: 'upload.not_found' };
    await expect(openUpload(ctx, { id, size: 'full', allow: () => false })).rejects.toMatchObject(missing);
    for (const bad of ['../../etc/passwd', '01900000-0000-7000-8000-000000000000', '']) {
      await expect(openUpload(ctx, { id: bad, size: 'full', allow: () => true })).rejects.toMatchObject(missing);
    }
    await rm(photoPath(id, 'thumb'));
    await expect(openUpload(ctx, { id, size: 'thumb', allow: () => true })).rejects.toMatchObject(missing);
  });

  it('is swept after 24 hours unless it was attached, and cannot be attached in the last hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-20T10:00:00+08:00') });
    const bytes = await picture(300, 200).jpeg().toBuffer();
    const [kept, left] = [await store(bytes), await store(bytes)];
    expect(await unusableUploads(db.ctx().db, [kept.id, left.id, 'x'])).toEqual(['x']);
    expect(await attachUploads(db.ctx(), { ids: [kept.id] })).toEqual([kept.id]);
    vi.setSystemTime(Date.now() + 23 * 3_600_000);
    expect(await unusableUploads(db.ctx().db, [kept.id, left.id])).toEqual([left.id]);
    expect(await sweepUploads(db.ctx())).toBe(0);
    vi.setSystemTime(Date.now() + 3_600_001);
    expect(await sweepUploads(db.ctx())).toBe(1);
    expect((await getUploads(db.ctx().db, [kept.id, left.id])).map((u) => u.id)).toEqual([kept.id]);
    expect([existsSync(photoPath(kept.id, 'full')), existsSync(photoPath(left.id, 'full'))]).toEqual([true, false]);
  });

  it('of a form that was cleared is gone with it, ten minutes later, and what was sent meanwhile stays', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-20T10:00:00+08:00') });
    const bytes = await picture(300, 200).jpeg().toBuffer();
    const [sent, left] = [await store(bytes), await store(bytes)];
    await attachUploads(db.ctx(), { ids: [sent.id] });
    const photoIds = [sent.id, left.id];
    const draft = await saveDraft(db.ctx(anonymous), { form: 'report', fields: { words: '灯不亮' }, photoIds });
    await shelveDraft(db.ctx(anonymous), draft);
    const sweep = jobs.find(({ name }) => name === 'sweep drafts');
    expect(sweep?.everyMs).toBeLessThanOrEqual(60_000);
    vi.setSystemTime(Date.now() + 10 * 60_000 - 1);
    expect(await sweep?.run(db.ctx())).toBe(0);
    expect(existsSync(photoPath(left.id, 'full'))).toBe(true);
    vi.setSystemTime(Date.now() + 1);
    expect(await sweep?.run(db.ctx())).toBe(1);
    expect((await getUploads(db.ctx().db, photoIds)).map(({ id }) => id)).toEqual([sent.id]);
    expect([existsSync(photoPath(sent.id, 'full')), existsSync(photoPath(left.id, 'full'))]).toEqual([true, false]);
    await discardUploads(db.ctx(), [sent.id, left.id, 'x']);
    expect(existsSync(photoPath(sent.id, 'full'))).toBe(true);
  });

  it('is decoded one at a time, and a bad one does not stop the line', async () => {
    const good = await picture(800, 800).jpeg().toBuffer();
    const bad = good.subarray(0, 400);
    const results = await Promise.allSettled([good, bad, good, bad, good].map(store));
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('is limited per address', async () => {
    const ctx = db.ctx(anonymous);
    const tiny = await picture(8, 8).png().toBuffer();
    for (let i = 0; i < 60; i++) await storeUpload(ctx, { bytes: tiny });
    await expect(storeUpload(ctx, { bytes: tiny })).rejects.toMatchObject({ reason: 'throttle.upload_address' });
  });
});
