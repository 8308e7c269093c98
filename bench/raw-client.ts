import { connect, type Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

export interface RawAnswer {
  status: number;
  /** As it came, chunk sizes included where the server sent chunks. */
  body: Buffer;
  chunked: boolean;
}

/** The text of a body, put together where it came in chunks. */
export function textOf({ body, chunked }: RawAnswer): string {
  if (!chunked) return body.toString('utf8');
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, line), 16);
    if (!size) return Buffer.concat(parts).toString('utf8');
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

export function requestBytes(method: 'GET' | 'POST', path: string, token?: string, body?: unknown): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Accept: */*',
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    ...(content ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(content)}`] : []),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

/**
 * One kept-alive connection that sends a request, waits for the whole answer, and sends the next. It does next to
 * nothing itself, so that on two cores the server is what is measured.
 */
export class RawConnection {
  #socket: Socket;
  #heard: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: RawAnswer): void; reject(error: Error): void } | null = null;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (chunk: Buffer) => {
      this.#heard = this.#heard.length === 0 ? chunk : Buffer.concat([this.#heard, chunk]);
      this.#settle();
    });
    const broken = (error?: Error) => this.#waiting?.reject(error ?? new Error('the server hung up'));
    this.#socket.on('error', broken);
    this.#socket.on('close', () => broken());
  }

  #settle(): void {
    const end = this.#heard.indexOf(headEnd);
    if (end < 0 || !this.#waiting) return;
    const head = this.#heard.toString('latin1', 0, end);
    const body = this.#heard.subarray(end + 4);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    const chunked = !length && /\r\ntransfer-encoding: *chunked/i.test(head);
    const whole = length
      ? body.length >= Number(length[1])
      : !chunked || body.subarray(body.length - lastChunk.length).equals(lastChunk);
    if (!whole) return;
    this.#heard = Buffer.alloc(0);
    const { resolve } = this.#waiting;
    this.#waiting = null;
    resolve({ status: Number(head.slice(9, 12)), body, chunked });
  }

  send(request: Buffer): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Runs `work` again and again on each of `count` connections for `seconds`. @returns how often in all, and the seconds it took */
export async function closedLoop(
  port: number,
  { count, seconds }: { count: number; seconds: number },
  work: (connection: RawConnection, worker: number, turn: number) => Promise<void>,
): Promise<{ done: number; seconds: number }> {
  const connections = Array.from({ length: count }, () => new RawConnection(port));
  const begun = performance.now();
  let done = 0;
  try {
    await Promise.all(
      connections.map(async (connection, worker) => {
        for (let turn = 0; performance.now() - begun < seconds * 1000; turn++) {
          await work(connection, worker, turn);
          done++;
        }
      }),
    );
  } finally {
    for (const connection of connections) connection.close();
  }
  return { done, seconds: (performance.now() - begun) / 1000 };
}
