import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/kernel/errors';
import { type DrawRefusal, fillResponse, readShell } from '@/lib/transport/blank-pages';
import { expectNoise } from '@/tests/support/noise';

const shell =
  '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>self.__next_f.push([1,"{\\"digest\\":\\"2814\\"}"])</script></body></html>';
const full = '<!DOCTYPE html><html lang="zh-CN"><body><h1>没有找到</h1></body></html>';
const drawn: DrawRefusal = async (_request, status, digest) => ({
  html: `<h1>${status} ${digest ?? 'no number'}</h1>`,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': 'of the page' },
});

let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve) ?? resolve(undefined)));

async function ask(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  draw = drawn,
  method = 'GET',
): Promise<Response> {
  const opened = createServer((request, response) => {
    fillResponse(request, response, draw);
    answer(response, request);
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const address = opened.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return fetch(`http://127.0.0.1:${address.port}/any`, { method, redirect: 'manual' });
}

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a document that only script would fill', () => {
  it('becomes a whole page under the same status, with the number of the failure', async () => {
    const got = await ask((response) => {
      response.statusCode = 500;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', 'of the empty one');
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.flushHeaders();
      response.write(shell.slice(0, 40));
      response.end(shell.slice(40));
    });
    expect([got.status, await got.text()]).toEqual([500, '<h1>500 2814</h1>']);
    expect(got.headers.get('content-security-policy')).toBe('of the page');
    expect(got.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('is known when it comes compressed', async () => {
    const got = await ask((response) => {
      response.writeHead(404, { ...html, 'content-encoding': 'gzip' });
      response.end(gzipSync(shell));
    });
    expect([got.status, got.headers.get('content-encoding'), await got.text()]).toEqual([
      404,
      null,
      '<h1>404 2814</h1>',
    ]);
  });

  it('goes out as it is when the page cannot be drawn', async () => {
    expectNoise(/server\.unavailable/);
    const got = await ask(
      (response) => response.writeHead(403, html).end(shell),
      () => Promise.reject(new DomainError('unavailable', 'server.unavailable')),
    );
    expect([got.status, await got.text()]).toEqual([403, shell]);
  });
});

describe('every other answer', () => {
  it.each([
    ['a refusal with words of its own', 404, html, full],
    ['a page', 200, html, full],
    ['a problem', 404, { 'content-type': 'application/problem+json' }, '{"title":"<html id=\\"__next_error__\\">"}'],
    ['a redirect, whose document nobody reads', 307, { ...html, location: '/login' }, shell],
  ])('%s goes through untouched', async (_name, status, headers, body) => {
    const got = await ask((response) => {
      response.writeHead(status, headers);
      response.write(body.slice(0, 10));
      response.end(body.slice(10));
    });
    expect([got.status, await got.text()]).toEqual([status, body]);
  });

  it('stays with whoever put himself around it, as compression does', async () => {
    const got = await ask((response) => {
      const { write, end, writeHead } = response;
      const upper = (chunk: unknown) => String(chunk).toUpperCase();
      response.writeHead = ((...args: Parameters<typeof writeHead>) =>
        writeHead.apply(response, args)) as typeof writeHead;
      response.write = ((chunk: unknown) => write.call(response, upper(chunk), 'utf8')) as typeof write;
      response.end = ((chunk: unknown) => end.call(response, upper(chunk), 'utf8')) as typeof end;
      response.setHeader('content-type', 'text/html');
      response.flushHeaders();
      response.write('<p>one');
      response.end(' two</p>');
    });
    expect([got.status, await got.text()]).toEqual([200, '<P>ONE TWO</P>']);
  });

  it('of HEAD has no body and ends', async () => {
    const got = await ask((response) => response.writeHead(404, html).end(), drawn, 'HEAD');
    expect([got.status, await got.text()]).toEqual([404, '']);
  });

  it('has no shell', () => {
    expect(readShell(full)).toBeNull();
    expect(readShell(shell)).toEqual({ digest: '2814' });
    expect(readShell('<!DOCTYPE html><html id="__next_error__"><body></body></html>')).toEqual({ digest: null });
  });
});
