import { createHmac } from 'node:crypto';
import type { OutsideMessage } from './message';
import { post } from './post';

export interface Hook {
  url: string;
  /** `whsec_` and the key in base64, or the key as it is. */
  secret: string;
}

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8');

/** `v1,` and HMAC-SHA256 in base64 over `id.timestamp.body`, as Standard Webhooks has it; the instant in seconds. */
export const hookSignature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64')}`;

export const hookBody = ({ id, at, event }: Pick<OutsideMessage, 'id' | 'at' | 'event'>): string =>
  JSON.stringify({ id, type: event.type, timestamp: new Date(at).toISOString(), data: event.data });

export async function sendToHook(hook: Hook, message: OutsideMessage, now: number, limitMs?: number): Promise<void> {
  const body = hookBody(message);
  const seconds = Math.floor(now / 1000);
  await post(
    hook.url,
    body,
    {
      'webhook-id': message.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': hookSignature(hook.secret, message.id, seconds, body),
    },
    limitMs,
  );
}
