import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Heard {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The other side of robots, gateways and webhooks: keeps what it hears; answers as `answer` says, null is silence. */
export async function otherSide(
  answer: (heard: Heard, n: number) => { status: number; body?: string } | null = () => ({
    status: 200,
    body: '{"errcode":0,"errmsg":"ok"}',
  }),
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const one = { url: request.url ?? '', headers: request.headers, body };
    heard.push(one);
    const said = answer(one, heard.length);
    if (said) reply.writeHead(said.status).end(said.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

/** A small mail server: takes letters, or answers DATA with `refuse`. */
export async function mailServer(refuse: () => number | null = () => null): Promise<{
  port: number;
  said: string[];
  letters: string[];
}> {
  const said: string[] = [];
  const letters: string[] = [];
  const server = createTcpServer((socket) => {
    let inData = false;
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
      for (;;) {
        const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          letters.push(line);
          socket.write('250 taken\r\n');
          continue;
        }
        said.push(line);
        const no = line === 'DATA' ? refuse() : null;
        if (no !== null) socket.write(`${no} no\r\n`);
        else if (line.startsWith('EHLO')) socket.write('250-here\r\n250 AUTH PLAIN\r\n');
        else if (line.startsWith('AUTH')) socket.write('235 in\r\n');
        else if (line === 'DATA') {
          inData = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, said, letters };
}
