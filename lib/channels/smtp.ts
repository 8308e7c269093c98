import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { ChannelFault } from './message';
import { answerMs } from './post';

export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (465); else STARTTLS, and nothing is said in the clear to a machine other than this one. */
  implicitTls: boolean;
  user: string | null;
  password: string | null;
}

export interface Letter {
  from: string;
  to: readonly string[];
  /** Headers and text, lines ended by CR LF. */
  data: string;
}

const isHere = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '::1';

type Reply = { code: number; text: string };

/** One talk with a server: a line out, a whole reply in (the last line of a reply has a space behind its number). */
class Talk {
  private heard = '';
  private waiting: { resolve: (reply: Reply) => void; reject: (fault: ChannelFault) => void } | null = null;
  private broken: ChannelFault | null = null;

  private readonly timer: NodeJS.Timeout;

  /** @param limitMs for the whole talk, so that it ends before the claim of its message does */
  constructor(
    private socket: Socket,
    limitMs: number,
  ) {
    this.timer = setTimeout(() => this.fail(new ChannelFault('timeout')), limitMs);
    this.listen(socket);
  }

  listen(socket: Socket): void {
    this.socket = socket;
    this.heard = '';
    socket.on('data', (bytes: Buffer) => {
      this.heard += bytes.toString('utf8');
      this.answer();
    });
    socket.on('error', () => this.fail(new ChannelFault('unreachable')));
    socket.on('close', () => this.fail(new ChannelFault('unreachable')));
  }

  private fail(fault: ChannelFault): void {
    clearTimeout(this.timer);
    this.broken ??= fault;
    this.waiting?.reject(this.broken);
    this.waiting = null;
    this.socket.destroy();
  }

  private answer(): void {
    const whole = /^((?:\d{3}-[^\n]*\n)*)(\d{3})(?: ([^\n]*))?\r?\n/.exec(this.heard);
    if (!whole || !this.waiting) return;
    this.heard = this.heard.slice(whole[0].length);
    const { resolve } = this.waiting;
    this.waiting = null;
    resolve({ code: Number(whole[2]), text: whole[0] });
  }

  hear(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.broken) return reject(this.broken);
      this.waiting = { resolve, reject };
      this.answer();
    });
  }

  /** @throws ChannelFault `smtp CODE` unless the server answers with one of `wanted` */
  async say(line: string, ...wanted: number[]): Promise<Reply> {
    this.socket.write(`${line}\r\n`);
    return this.expect(...wanted);
  }

  async expect(...wanted: number[]): Promise<Reply> {
    const reply = await this.hear();
    if (!wanted.includes(reply.code)) throw new ChannelFault('smtp', reply.code);
    return reply;
  }

  async secure(host: string): Promise<void> {
    const plain = this.socket;
    plain.removeAllListeners();
    const secured = connectTls({ socket: plain, servername: host });
    this.listen(secured);
  }

  /** Says good-bye without waiting for an answer: the letter was taken. */
  end(): void {
    clearTimeout(this.timer);
    this.socket.end('QUIT\r\n');
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.socket.destroy();
  }
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Hands one letter to a mail server (RFC 5321, 3207, 4954: STARTTLS, AUTH PLAIN). It is sent when the server has taken
 * the whole of it. @throws ChannelFault
 */
export async function handToServer(server: MailServer, letter: Letter, limitMs = 2 * answerMs): Promise<void> {
  const { host, port } = server;
  const socket = server.implicitTls ? connectTls({ host, port, servername: host }) : connect({ host, port });
  const talk = new Talk(socket, limitMs);
  try {
    await talk.expect(220);
    let greeted = await talk.say('EHLO poyoushuofa', 250);
    if (!server.implicitTls && /^250[ -]STARTTLS/im.test(greeted.text)) {
      await talk.say('STARTTLS', 220);
      await talk.secure(host);
      greeted = await talk.say('EHLO poyoushuofa', 250);
    } else if (!server.implicitTls && !isHere(host)) {
      throw new ChannelFault('smtp', 'tls');
    }
    if (server.user !== null) {
      await talk.say(`AUTH PLAIN ${base64(`\0${server.user}\0${server.password ?? ''}`)}`, 235);
    }
    await talk.say(`MAIL FROM:<${letter.from}>`, 250);
    for (const to of letter.to) await talk.say(`RCPT TO:<${to}>`, 250, 251);
    await talk.say('DATA', 354);
    // A line that is a dot alone ends the letter, so a dot that begins a line is doubled.
    await talk.say(`${letter.data.replace(/^\./gm, '..')}\r\n.`, 250);
    talk.end();
  } catch (fault) {
    talk.destroy();
    throw fault;
  }
}
