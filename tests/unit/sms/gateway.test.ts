import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { codeText, fillBody, httpSms, readGateway } from '@/lib/sms/gateway';

const env = { SMS_GATEWAY_URL: 'http://sms.example/send', SMS_GATEWAY_SECRET: 'the operator’s' };

describe('the gateway of short messages', () => {
  it('is there when its address and its secret are', () => {
    expect(readGateway(env)).toMatchObject({ header: 'authorization', body: '{"phone":"{phone}","text":"{text}"}' });
    expect(readGateway({ ...env, SMS_GATEWAY_SECRET: '' })).toBeNull();
    expect(readGateway({ ...env, SMS_GATEWAY_URL: 'file:///etc/passwd' })).toBeNull();
    expect(readGateway({ ...env, SMS_GATEWAY_URL: 'nonsense' })).toBeNull();
    expect(readGateway({})).toBeNull();
  });

  it('sets values into a body as the body needs them', () => {
    const values = { phone: '10000000001', text: '码 "1"\n&{phone}' };
    const json = fillBody('{"to":["{phone}"],"say":"{text}"}', values);
    expect(json.type).toBe('application/json');
    expect(JSON.parse(json.body)).toEqual({ to: [values.phone], say: values.text });
    const form = fillBody('mobile={phone}&content={text}', values);
    expect(form.type).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(form.body))).toEqual({ mobile: values.phone, content: values.text });
  });

  it('says the code and how long it is good for, in words that the operator may bring', () => {
    expect(codeText({}, { code: '012345', minutes: 5 })).toMatch(/012345.*5 分钟.*5 min/);
    expect(codeText({ SMS_CODE_TEXT: '{code}' }, { code: '012345', minutes: 5 })).toBe('012345');
  });

  it('posts with the secret, takes 2xx for sent, and names neither number nor text when it is not', async () => {
    const heard: { body: string; headers: IncomingHttpHeaders }[] = [];
    const answers = [202, 503, 302];
    const server = createServer(async (request, reply) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      heard.push({ body, headers: request.headers });
      reply.writeHead(answers[heard.length - 1] ?? 500, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
    const gateway = readGateway({ SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: 's3cret', SMS_GATEWAY_HEADER: 'x-key' });
    if (!gateway) throw new Error('no gateway');
    const sms = httpSms(gateway);
    await sms.send('10000000001', '验证码 012345');
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ phone: '10000000001', text: '验证码 012345' });
    expect(heard[0]?.headers).toMatchObject({ 'x-key': 's3cret', 'content-type': 'application/json; charset=utf-8' });
    for (const _ of [503, 302]) {
      const error = await sms.send('10000000001', '验证码 012345').then(
        () => 'sent',
        (thrown: Error) => thrown.message,
      );
      expect(error).not.toBe('sent');
      expect(error).not.toMatch(/10000000001|012345/);
    }
    expect(heard).toHaveLength(3);
    server.close();
  });
});
