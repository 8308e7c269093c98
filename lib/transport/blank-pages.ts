import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { processOnce } from '@/lib/kernel/once';
import { logUnexpected } from './log';

/** A page that stands by itself, with the headers that belong to it. */
export interface FullPage {
  html: string;
  headers: Record<string, string>;
}

/** Draws what is shown with `status` (400–599). `digest`: the number of a failure as the log has it, or null. */
export type DrawRefusal = (request: IncomingMessage, status: number, digest: string | null) => Promise<FullPage>;

/** How Next begins the document of a page that threw: a body that only script fills. */
const emptyShell = '<html id="__next_error__">';

function plainText(body: Buffer, encoding: unknown): string {
  if (encoding === 'gzip') return gunzipSync(body).toString('utf8');
  if (encoding === 'deflate') return inflateSync(body).toString('utf8');
  return body.toString('utf8');
}

/** The digest that the empty document carries for the browser's error page; null when it is no empty document. */
export function readShell(html: string): { digest: string | null } | null {
  if (!html.slice(0, 200).includes(emptyShell)) return null;
  return { digest: /\\?"digest\\?":\\?"(\d{1,20})\\?"/.exec(html)?.[1] ?? null };
}

const isPage = (response: ServerResponse): boolean =>
  response.statusCode >= 400 && /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''));

/** The headers of a full page in place of those of what Next had put together. */
function replaceHead(response: ServerResponse, head: OutgoingHttpHeaders, page: FullPage): void {
  // What the proxy decided for every answer stays; what describes the empty document goes.
  for (const name of Object.keys(head)) {
    if (/^(content-|etag$|link$|transfer-encoding$)/i.test(name)) response.removeHeader(name);
  }
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader('content-length', Buffer.byteLength(page.html));
}

/**
 * Holds an answer that refuses (400 and up, HTML) until it is whole, and lets every other one through as it comes.
 * An empty document is replaced by the page that `draw` makes, under the same status.
 */
export function fillResponse(request: IncomingMessage, response: ServerResponse, draw: DrawRefusal): void {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  const chunks: Buffer[] = [];
  let phase: 'open' | 'held' | 'drawing' | 'through' = 'open';

  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  /** The first byte decides; afterwards nothing changes. */
  const settle = () => {
    if (phase === 'open') response.writeHead(response.statusCode);
  };
  const finish = async () => {
    const body = Buffer.concat(chunks);
    const head = response.getHeaders();
    phase = 'drawing';
    let page: FullPage | null = null;
    try {
      const shell = readShell(plainText(body, head['content-encoding']));
      page = shell && (await draw(request, response.statusCode, shell.digest));
    } catch (error) {
      logUnexpected(error, 'blank page');
    }
    if (response.destroyed) return;
    if (page) replaceHead(response, head, page);
    phase = 'through';
    // Past everything that was put around the answer since, such as compression, which had its turn on the old body.
    writeHead(response.statusCode);
    end(page ? page.html : body);
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (phase === 'held' || phase === 'drawing') return response;
    if (phase === 'through') return (writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest);
    response.statusCode = status;
    const given = rest.find((one) => typeof one === 'object' && one !== null);
    if (given && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given)) response.setHeader(name, value as string);
    }
    if (request.method !== 'HEAD' && isPage(response)) {
      phase = 'held';
      return response;
    }
    phase = 'through';
    return (writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest);
  }) as ServerResponse['writeHead'];
  response.flushHeaders = () => {
    settle();
    if (phase === 'through') flushHeaders();
  };
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    settle();
    if (phase === 'through') return (write as (...args: unknown[]) => boolean)(chunk, ...rest);
    keep(chunk, rest[0]);
    rest.find((one): one is () => void => typeof one === 'function')?.();
    return true;
  }) as ServerResponse['write'];
  response.end = ((...args: unknown[]) => {
    settle();
    if (phase === 'through') return (end as (...all: unknown[]) => ServerResponse)(...args);
    if (phase === 'drawing') return response;
    keep(args[0], args[1]);
    const done = args.find((one): one is () => void => typeof one === 'function');
    if (done) response.once('finish', done);
    finish().catch((error: unknown) => logUnexpected(error, 'blank page'));
    return response;
  }) as ServerResponse['end'];
}

/**
 * Next answers a page that threw (not found, not allowed, failed) with an empty document that only script fills; people
 * without script would see a white page. Here it becomes a whole page with words, whatever page it was.
 */
export function fillBlankPages(draw: DrawRefusal): void {
  processOnce('transport.blank_pages', () => {
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
      fillResponse(request, response, draw);
    });
    return true;
  });
}
