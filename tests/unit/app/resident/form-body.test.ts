import { describe, expect, it } from 'vitest';
import { readPostedForm } from '@/app/_resident/form-body';

const limits = { fileBytes: 100, files: 2, totalBytes: 10_000 };
const boundary = '----form7f3';

function part(name: string, content: string | Buffer, filename?: string): Buffer {
  const file = filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: image/jpeg`;
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
}

const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);

/** A request whose body arrives in pieces of `size` bytes. */
function posted(body: Buffer, size = body.length, type = `multipart/form-data; boundary=${boundary}`): Request {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(new Uint8Array(body.subarray(at, at + size)));
      at += size;
    },
  });
  const init = { method: 'POST', headers: { 'content-type': type }, body: stream, duplex: 'half' };
  return new Request('http://poli.example/t/X/note', init);
}

describe('a form read as its bytes come in', () => {
  const body = whole(
    part('words', '楼道灯不亮\r\n--不是分隔线'),
    part('camera', '', ''),
    part('photos', Buffer.alloc(300, 7), '大图.jpg'),
    part('photos', Buffer.from([1, 2, 13, 10, 45, 45, 3]), '"%22小图.jpg'),
    part('reason', ''),
    part('tick', 'a'),
    part('tick', 'b'),
  );

  it.each([1, 2, 3, 7, 64, 4096])('reads the same in pieces of %i bytes', async (size) => {
    const form = await readPostedForm(posted(body, size), limits);
    expect({ ...form.fields }).toEqual({ words: '楼道灯不亮\r\n--不是分隔线', reason: '', tick: ['a', 'b'] });
    expect(form.files.map(({ field, bytes }) => [field, bytes && [...bytes]])).toEqual([
      ['photos', null],
      ['photos', [1, 2, 13, 10, 45, 45, 3]],
    ]);
  });

  it('agrees with the platform on what a browser would send', async () => {
    const data = new FormData();
    data.append('words', '空行\r\n\r\n之后');
    data.append('photos', new File([new Uint8Array([9, 8, 7])], 'a.png'));
    const made = new Request('http://poli.example/', { method: 'POST', body: data });
    const bytes = Buffer.from(await made.clone().arrayBuffer());
    const form = await readPostedForm(posted(bytes, 5, made.headers.get('content-type') ?? ''), limits);
    expect(form.fields.words).toBe('空行\r\n\r\n之后');
    expect([...(form.files[0]?.bytes ?? [])]).toEqual([9, 8, 7]);
  });

  it('keeps the words beside photos that are too many, and throws away what no database stores', async () => {
    const three = [1, 2, 3].map((n) => part('photos', Buffer.from([n]), `${n}.jpg`));
    const form = await readPostedForm(posted(whole(...three, part('words', '有\u0000字'))), limits);
    expect(form.fields.words).toBe('有字');
    expect(form.files.map(({ bytes }) => bytes?.[0] ?? null)).toEqual([1, 2, null]);
  });

  it('reads a form without files that came url-encoded', async () => {
    const text = Buffer.from(new URLSearchParams({ words: '加一句 & 完' }).toString());
    const form = await readPostedForm(posted(text, 4, 'application/x-www-form-urlencoded'), limits);
    expect(form.fields.words).toBe('加一句 & 完');
  });

  it.each([
    ['fields', Buffer.from('a=&'.repeat(300_000)), 'application/x-www-form-urlencoded'],
    ['parts', whole(...Array.from({ length: 501 }, () => part('a', ''))), undefined],
    ['text in parts', whole(...Array.from({ length: 6 }, () => part('a', 'x'.repeat(1024 * 1024)))), undefined],
  ])('takes no more %s than a form of ours could have, whoever sends them', async (_, bytes, type) => {
    const roomy = { ...limits, totalBytes: 64 * 1024 * 1024 };
    const reading = readPostedForm(posted(Buffer.from(bytes), 65_536, type), roomy);
    await expect(reading).rejects.toMatchObject({ reason: 'draft.too_large' });
  });

  it('holds no name that an object already has', async () => {
    const form = await readPostedForm(posted(whole(part('__proto__', 'x'), part('constructor', 'y'))), limits);
    expect(Object.keys(form.fields).sort()).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['http.broken_multipart', body.subarray(0, body.length - 20), undefined],
    ['http.not_multipart', body, 'text/plain'],
    ['http.not_multipart', body, 'multipart/form-data'],
    ['http.too_large', Buffer.concat([body, Buffer.alloc(10_000)]), undefined],
  ])('refuses with %s what it cannot read', async (reason, bytes, type) => {
    await expect(readPostedForm(posted(Buffer.from(bytes), 512, type), limits)).rejects.toMatchObject({ reason });
  });
});
