import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { GET as openApiDocument } from '@/app/api/v1/openapi.json/route';
import { chooseLocale, localeCookie } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import { methodNotAllowed } from '@/lib/transport/problem';
import { api } from '@/lib/transport/registry';
import type { Runtime } from '@/lib/transport/runtime';
import { answerStream } from '@/lib/transport/stream';
import { answerDocument, answerUpload } from '@/lib/transport/upload-endpoint';
import { type Community, sharedCommunity } from './community';
import { type HttpClient, httpClient } from './http-client';

// What a serving process cannot do without; the tests' own.
process.env.NEXTAUTH_SECRET ??= 'another secret of the tests alone, forty letters';
// One proxy stands in front, so that each caller may come from an address of its own.
process.env.TRUST_PROXY = '1';

/** A body that flows whether or not anybody reads it, so that an early refusal does not stop the connection. */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  let wanted = true;
  return new ReadableStream({
    start(controller) {
      message.on('data', (chunk: Buffer) => wanted && controller.enqueue(new Uint8Array(chunk)));
      message.on('end', () => wanted && controller.close());
      message.on('error', (error) => wanted && controller.error(error));
    },
    cancel() {
      wanted = false;
    },
  });
}

function requestOf(message: IncomingMessage): Request {
  const { method = 'GET', url = '/' } = message;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  // As the listener of lib/transport/peer-address.ts leaves it to Next: the socket's own address comes last.
  headers.append('x-forwarded-for', message.socket.remoteAddress ?? '');
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(message);
  const init = { method, headers, body, duplex: 'half' };
  return new Request(new URL(url, `http://${headers.get('host')}`), init as RequestInit);
}

/** The addresses below `/api/v1` as app/api/v1 shares them out, without Next. */
async function answer(request: Request, runtime: Runtime): Promise<Response> {
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookie}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  const locale = chooseLocale(chosen, request.headers.get('accept-language'));
  const { pathname } = new URL(request.url);
  if (pathname === '/api/v1/openapi.json') return openApiDocument();
  if (pathname === '/api/v1/stream' && request.method === 'GET') return answerStream(request, { runtime, locale });
  const answerFile = { '/api/v1/uploads': answerUpload, '/api/v1/documents': answerDocument }[pathname];
  if (!answerFile) return api(request, { runtime, locale });
  if (request.method === 'POST') return answerFile(request, { runtime, locale });
  return methodNotAllowed(['POST'], { locale, requestId: newId() });
}

/** As it comes, until its reader leaves. */
async function flow(response: Response, to: ServerResponse): Promise<void> {
  const reader = response.body?.getReader();
  to.on('close', () => void reader?.cancel());
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) to.write(part.value);
  to.end();
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return flow(response, to);
  to.end(Buffer.from(await response.arrayBuffer()));
}

export interface ApiServer extends Community {
  base: string;
  /** A caller without any session, from an address that nobody else has. */
  anybody(more?: Record<string, string>): HttpClient;
  /** A caller with the bearer token of a demo account, asked for once a file. */
  signedIn(account: string): Promise<HttpClient>;
}

let addresses = 0;
const nextAddress = () => `203.0.${(++addresses >> 8) & 255}.${addresses & 255}`;

/**
 * The HTTP contract over a real socket: a bare `node:http` server around the rows that Next serves, on a community of
 * the file's own. `const s = apiServer();` outside, `s().signedIn('limin')` inside tests.
 */
export function apiServer(): () => ApiServer {
  const community = sharedCommunity();
  let served: ApiServer | undefined;
  let stop: () => Promise<void> = async () => {};
  beforeAll(async () => {
    const c = community();
    const runtime: Runtime = { engine: c.engine, clock: c.clock };
    const server = createServer((message, reply) => {
      answer(requestOf(message), runtime)
        .then((response) => send(response, reply))
        .catch((error: unknown) => {
          console.error(error);
          reply.writeHead(500).end();
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const anybody: ApiServer['anybody'] = (more = {}) =>
      httpClient(base, { 'x-forwarded-for': nextAddress(), ...more });
    const tokens = new Map<string, Promise<string>>();
    const tokenOf = async (account: string) => {
      const { status, body } = await anybody().post('/login', { account, password: 'poli-2024-demo' });
      if (status !== 200) throw new RangeError(`${account} cannot sign in: ${JSON.stringify(body)}`);
      return String(body.token);
    };
    const signedIn = async (account: string) => {
      const token = tokens.get(account) ?? tokenOf(account);
      tokens.set(account, token);
      return anybody({ authorization: `Bearer ${await token}` });
    };
    served = { ...c, base, anybody, signedIn };
  });
  afterAll(() => stop());
  return () => {
    if (!served) throw new Error('the server is there inside tests only');
    return served;
  };
}
