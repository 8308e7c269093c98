import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerUpload, readMultipart, storePhotos } from '@/lib/transport/upload-endpoint';
import { getUploads } from '@/lib/uploads/queries/get-uploads';
import { upload } from '@/lib/uploads/tables';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

let db: TestDatabase;
let jpeg: Uint8Array<ArrayBuffer>;
beforeEach(async () => {
  db = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'poyou-uploads-'));
  vi.stubEnv('DATA_DIR', folder);
  jpeg = new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer(),
  );
  return async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  };
});

const form = (...parts: [string, Blob | string, string?][]) => {
  const data = new FormData();
  for (const [name, value, file] of parts) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, value, file ?? 'photo.jpg');
  }
  return data;
};
const request = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://poli.example/api/v1/uploads', { method: 'POST', body, headers });
async function send(body: BodyInit, headers?: Record<string, string>) {
  const lane = { runtime: { engine: db.engine, clock: db.clock }, locale: 'zh-CN' as const };
  const response = await answerUpload(request(body, headers), lane);
  return { status: response.status, body: await response.json() };
}

describe('POST /uploads', () => {
  it('keeps one photo, whatever name and type it came with', async () => {
    const sent = await send(form(['file', new Blob([jpeg], { type: 'text/html' }), '../../evil.html']));
    expect(sent).toMatchObject({ status: 201, body: { width: 60, height: 40 } });
    expect(await getUploads(db.engine.reader, [sent.body.id])).toHaveLength(1);
  });

  it.each([
    ['no file', () => form(['words', 'hello']), 422, 'upload.empty'],
    ['an empty file', () => form(['file', new Blob([])]), 422, 'upload.empty'],
    ['two files', () => form(['file', new Blob([jpeg])], ['file', new Blob([jpeg])]), 422, 'upload.too_many'],
    ['no photo', () => form(['file', new Blob(['hello, world, I am a text'])]), 415, 'upload.wrong_type'],
    [
      'too large a photo',
      () => form(['file', new Blob([new Uint8Array(8 * 1024 * 1024 + 1)])]),
      413,
      'upload.too_large',
    ],
    ['too large a body', () => form(['file', new Blob([new Uint8Array(9 * 1024 * 1024)])]), 413, 'http.too_large'],
  ])('refuses %s in words and keeps nothing', async (_what, body, status, reason) => {
    const sent = await send(body());
    expect(sent).toMatchObject({ status, body: { reason } });
    expect(sent.body.detail).toMatch(/。$/);
    expect(await db.engine.reader.select().from(upload)).toEqual([]);
  });

  it('refuses a body that is no form, or half of one', async () => {
    expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 415 });
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await send('--x\r\nContent-Disposition: form-data; name="file"', type)).toMatchObject({ status: 400 });
  });
});

describe('the photos of a form', () => {
  it('are kept in order, an empty field being none', async () => {
    const sent = request(form(['photos', new Blob([jpeg])], ['photos', new Blob([])], ['photos', new Blob([jpeg])]));
    const data = await readMultipart(sent, 1024 * 1024);
    const stored = await storePhotos(db.ctx({ kind: 'anonymous' }), data, 'photos', 3);
    expect(stored).toHaveLength(2);
    await expect(storePhotos(db.ctx(), data, 'photos', 1)).rejects.toMatchObject({ reason: 'upload.too_many' });
  });
});
