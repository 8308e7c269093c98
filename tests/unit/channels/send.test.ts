import { describe, expect, it } from 'vitest';
import { sendByMail } from '@/lib/channels/email';
import type { OutsideMessage } from '@/lib/channels/message';
import { handToServer, type MailServer } from '@/lib/channels/smtp';
import { sendToHook } from '@/lib/channels/webhook';
import { sendToWecom } from '@/lib/channels/wecom';
import { mailServer, otherSide } from '@/tests/support/other-side';

const message: OutsideMessage = {
  id: 'm1',
  at: 1_704_852_000_000,
  title: '有新的工单',
  lines: ['单号：PL1'],
  link: null,
  event: { type: 'order.submitted', data: { order: 'PL1' } },
};
const thrown = (sent: Promise<void>) =>
  sent.then(
    () => 'sent',
    (error: Error) => error.message,
  );

describe('a robot', () => {
  it('has taken a message when it says errcode 0, and nothing else is taken for that', async () => {
    const answers = [
      { status: 200, body: '{"errcode":0,"errmsg":"ok"}' },
      { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' },
      { status: 200, body: 'nonsense' },
      { status: 500 },
      { status: 302 },
      null,
    ];
    const { url, heard } = await otherSide((_, n) => answers[n - 1] ?? null);
    const said: string[] = [];
    for (const answer of answers) {
      said.push(await thrown(sendToWecom(`${url}/send?key=SECRETKEY`, message, answer ? 10_000 : 50)));
    }
    expect(said).toEqual(['sent', 'code 45009', 'code', 'http 500', 'http 302', 'timeout']);
    expect(heard).toHaveLength(6);
    expect(heard[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await thrown(sendToWecom('http://127.0.0.1:1/send?key=SECRETKEY', message))).toBe('unreachable');
  });
});

describe('a webhook', () => {
  it('carries its id, its instant and its signature', async () => {
    const { url, heard } = await otherSide(() => ({ status: 204 }));
    await sendToHook({ url, secret: 'plain secret' }, message, 1_704_852_000_999);
    expect(heard[0]?.headers).toMatchObject({ 'webhook-id': 'm1', 'webhook-timestamp': '1704852000' });
    expect(heard[0]?.headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}=$/);
  });
});

describe('a mail server', () => {
  const at = (port: number, more: Partial<MailServer> = {}): MailServer => ({
    host: '127.0.0.1',
    port,
    implicitTls: false,
    user: null,
    password: null,
    ...more,
  });

  it('is talked to in order, with a password where there is one, and a dot that begins a line is doubled', async () => {
    const { port, said, letters } = await mailServer();
    const letter = { from: 'a@x.y', to: ['b@x.y', 'c@x.y'], data: 'Subject: s\r\n\r\n.hidden\r\n..twice' };
    await handToServer(at(port, { user: 'me', password: 'pw' }), letter);
    expect(said).toEqual([
      'EHLO poyoushuofa',
      `AUTH PLAIN ${Buffer.from('\0me\0pw').toString('base64')}`,
      'MAIL FROM:<a@x.y>',
      'RCPT TO:<b@x.y>',
      'RCPT TO:<c@x.y>',
      'DATA',
    ]);
    expect(letters).toEqual(['Subject: s\r\n\r\n..hidden\r\n...twice']);
  });

  it('that refuses is said by its number alone; one that is not there, or does not speak, too', async () => {
    const box = { from: 'a@x.y', to: ['b@x.y'] };
    const full = await mailServer(() => 452);
    expect(await thrown(sendByMail({ ...box, server: at(full.port) }, message))).toBe('smtp 452');
    expect(await thrown(sendByMail({ ...box, server: at(1) }, message))).toBe('unreachable');
    const web = await otherSide();
    const port = Number(new URL(web.url).port);
    expect(await thrown(sendByMail({ ...box, server: at(port) }, message, 50))).toBe('timeout');
  });
});
