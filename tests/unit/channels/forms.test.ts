import { describe, expect, it } from 'vitest';
import { dingtalkAddress, dingtalkBody, dingtalkSign } from '@/lib/channels/dingtalk';
import { letterOf } from '@/lib/channels/email';
import type { OutsideMessage } from '@/lib/channels/message';
import { readTargets } from '@/lib/channels/targets';
import { hookBody, hookSignature } from '@/lib/channels/webhook';
import { wecomBody } from '@/lib/channels/wecom';

const message: OutsideMessage = {
  id: 'm1',
  at: 1_704_852_000_000,
  title: '有新的工单',
  lines: ['单号：PL20240110-0007', '网格：C 区'],
  link: { label: '打开', url: 'https://poli.example/desk/o/PL20240110-0007' },
  event: { type: 'order.submitted', data: { order: 'PL20240110-0007' } },
};

describe('the forms of the channels, byte for byte', () => {
  it('企业微信', () => {
    expect(wecomBody(message)).toBe(
      '{"msgtype":"markdown","markdown":{"content":"**有新的工单**\\n> 单号：PL20240110-0007\\n> 网格：C 区\\n[打开](https://poli.example/desk/o/PL20240110-0007)"}}',
    );
  });

  it('钉钉', () => {
    expect(dingtalkBody({ ...message, link: null })).toBe(
      '{"msgtype":"markdown","markdown":{"title":"有新的工单","text":"#### 有新的工单\\n\\n> 单号：PL20240110-0007\\n\\n> 网格：C 区"}}',
    );
  });

  // printf '%s\n%s' 1704852000000 SECabc123 | openssl dgst -sha256 -hmac SECabc123 -binary | base64
  it('the sign of 钉钉, as openssl computes it, written as an address has it', () => {
    expect(dingtalkSign('SECabc123', 1_704_852_000_000)).toBe('Rn1hiX0Uy1cXnzBlmPSmfQAjXBTs/i2Ifnmfi39+Elg=');
    const address = dingtalkAddress(
      { url: 'https://oapi.example/robot/send?access_token=t', secret: 'SECabc123' },
      message.at,
    );
    expect(address).toBe(
      `https://oapi.example/robot/send?access_token=t&timestamp=1704852000000&sign=${encodeURIComponent('Rn1hiX0Uy1cXnzBlmPSmfQAjXBTs/i2Ifnmfi39+Elg=')}`,
    );
    expect(dingtalkAddress({ url: 'https://oapi.example/x?access_token=t', secret: null }, 1)).toBe(
      'https://oapi.example/x?access_token=t',
    );
  });

  it('a webhook and its signature, as openssl computes it', () => {
    const body = hookBody(message);
    expect(body).toBe(
      '{"id":"m1","type":"order.submitted","timestamp":"2024-01-10T02:00:00.000Z","data":{"order":"PL20240110-0007"}}',
    );
    expect(hookSignature('plain secret', 'm1', 1_704_852_000, body)).toBe(
      'v1,fnH3kd5eXB7FDSC0Q9visAN8pT8WTSg23zO7KEAPZAw=',
    );
    expect(hookSignature('whsec_cGxhaW4gc2VjcmV0', 'm1', 1_704_852_000, body)).toBe(
      'v1,fnH3kd5eXB7FDSC0Q9visAN8pT8WTSg23zO7KEAPZAw=',
    );
  });

  it('a letter, with a subject of short pieces that are read back whole', () => {
    const long = { ...message, title: '有一件工单居民说没解决，要重新办理，请派单员尽快安排处理' };
    const letter = letterOf({ from: 'desk@poli.example', to: ['a@poli.example', 'b@poli.example'] }, long);
    const [head = '', body = ''] = letter.split('\r\n\r\n');
    for (const line of letter.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    const subject = [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([, part]) => Buffer.from(part ?? '', 'base64'));
    expect(subject.map((part) => part.toString('utf8')).join('')).toBe(long.title);
    expect(head).toContain('Message-ID: <m1@poli.example>\r\nDate: Wed, 10 Jan 2024 02:00:00 +0000\r\n');
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(
      `${long.title}\r\n\r\n单号：PL20240110-0007\r\n网格：C 区\r\n\r\n打开 https://poli.example/desk/o/PL20240110-0007`,
    );
  });
});

describe('what the environment names', () => {
  it('is there by area, whole or not at all', () => {
    const targets = readTargets({
      WECOM_ROBOT_320371003208: 'https://qyapi.example/send?key=k',
      WECOM_ROBOT_x: 'https://qyapi.example/send?key=k',
      DINGTALK_ROBOT_320371003: 'https://oapi.example/send?access_token=t',
      DINGTALK_SECRET_320371003: 'SECx',
      DINGTALK_ROBOT_320371003208: 'ftp://nowhere',
      SMTP_URL: 'smtps://me%40poli:p%3Aw@mail.example',
      EMAIL_FROM: 'desk@poli.example',
      EMAIL_TO_320371003208: 'a@poli.example, b@poli.example',
      EMAIL_TO_320371003: 'a@poli.example\r\nRCPT TO:<x@y.z>',
      WEBHOOK_URL: 'https://city.example/in',
    });
    expect([...targets.wecom]).toEqual([['320371003208', 'https://qyapi.example/send?key=k']]);
    expect([...targets.dingtalk]).toEqual([
      ['320371003', { url: 'https://oapi.example/send?access_token=t', secret: 'SECx' }],
    ]);
    expect([...targets.email.keys()]).toEqual(['320371003208']);
    expect(targets.email.get('320371003208')).toMatchObject({
      to: ['a@poli.example', 'b@poli.example'],
      server: { host: 'mail.example', port: 465, implicitTls: true, user: 'me@poli', password: 'p:w' },
    });
    // Without its secret nobody could tell that it was us.
    expect(targets.webhook).toBeNull();
    expect(readTargets({ EMAIL_TO_320371003208: 'a@poli.example' }).email.size).toBe(0);
  });
});
