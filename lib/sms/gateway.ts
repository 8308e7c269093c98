/**
 * Sends one short message; `id` is the same for every try of it. @throws when it was not taken; what is thrown names
 * neither phone nor text
 */
export interface SmsPort {
  send(phone: string, text: string, id?: string): Promise<void>;
}

export interface Gateway {
  url: string;
  secret: string;
  /** Name of the header that carries the secret. */
  header: string;
  /** What is posted, with `{phone}` and `{text}`; `{id}` for a gateway that drops what it had before. */
  body: string;
}

const answerMs = 10_000;
const plainBody = '{"phone":"{phone}","text":"{text}"}';

/** The gateway that the environment names, or null when it names none or not all of it. */
export function readGateway(env: Record<string, string | undefined>): Gateway | null {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret } = env;
  if (!url || !secret || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return null;
  return {
    url,
    secret,
    header: env.SMS_GATEWAY_HEADER || 'authorization',
    body: env.SMS_GATEWAY_BODY || plainBody,
  };
}

/** Values set into a body: inside JSON as JSON writes them, else as an address does. */
export function fillBody(
  body: string,
  values: { phone: string; text: string; id?: string },
): { type: string; body: string } {
  const isJson = body.trimStart().startsWith('{');
  const write = (value: string) => (isJson ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value));
  return {
    type: isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    body: body.replace(/\{(phone|text|id)\}/g, (_, name: 'phone' | 'text' | 'id') => write(values[name] ?? '')),
  };
}

/** Posts to the operator's gateway. Any answer of 2xx is taken for sent; nothing is followed elsewhere with the secret. */
export const httpSms = (gateway: Gateway): SmsPort => ({
  async send(phone, text, id) {
    const { type, body } = fillBody(gateway.body, { phone, text, id });
    const response = await fetch(gateway.url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': `${type}; charset=utf-8`, [gateway.header]: gateway.secret },
      body,
      signal: AbortSignal.timeout(answerMs),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  },
});

/** `{code}` and `{minutes}` are set in; the operator may have to bring the words that a carrier has approved. */
export const codeText = (env: Record<string, string | undefined>, values: { code: string; minutes: number }): string =>
  (
    env.SMS_CODE_TEXT ||
    '【坡有说法】验证码 {code}，{minutes} 分钟内有效，请勿告诉任何人。Your sign-in code, valid for {minutes} min.'
  ).replace(/\{(code|minutes)\}/g, (_, name: 'code' | 'minutes') => String(values[name]));
