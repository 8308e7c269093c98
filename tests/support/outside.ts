import { onTestFinished } from 'vitest';
import { deliverOutside } from '@/lib/worker/deliver';
import { drainOutbox } from '@/lib/worker/drain';
import type { Community } from './community';
import { type Heard, otherSide } from './other-side';

export const poliCode = '320371003208';

/** Names channels in the environment for one test. */
export function configure(values: Record<string, string>): void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  Object.assign(process.env, values);
  onTestFinished(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

/** Ten in the morning, when nothing is quiet. The outbox runs on the real clock; what is sent runs on this one. */
export const morning = Date.parse('2030-01-10T10:00:00+08:00');

export interface Post {
  /** Does what the outbox holds, then sends what is due at `now`. @returns how many messages were tried */
  at(now: number, limitMs?: number): Promise<number>;
  /** Sends until nothing more is due at `now`. */
  all(now: number): Promise<void>;
}

export const postOf = (c: Community, dice = () => 1): Post => {
  const drain = async () => {
    for (let left = 1; left > 0; ) left = await drainOutbox(c.ctx());
  };
  const at = async (now: number, limitMs?: number) => {
    await drain();
    return deliverOutside(c.ctx(), { now: () => now, dice, limitMs });
  };
  return {
    at,
    async all(now) {
      for (let left = 1; left > 0; ) left = await at(now);
    },
  };
};

/** One server that plays all of 企业微信, 钉钉, the gateway and a webhook; `down` makes it answer 503. */
export async function everyChannel(more: Record<string, string> = {}): Promise<{
  heard: Heard[];
  on(path: string): Heard[];
  state: { down: boolean };
}> {
  const state = { down: false };
  const { url, heard } = await otherSide(() =>
    state.down ? { status: 503 } : { status: 200, body: '{"errcode":0,"errmsg":"ok"}' },
  );
  configure({
    PUBLIC_ORIGIN: 'https://poli.example',
    [`WECOM_ROBOT_${poliCode}`]: `${url}/wecom?key=k`,
    [`DINGTALK_ROBOT_${poliCode}`]: `${url}/dingtalk?access_token=t`,
    [`DINGTALK_SECRET_${poliCode}`]: 'SECx',
    SMS_GATEWAY_URL: `${url}/sms`,
    SMS_GATEWAY_SECRET: 's3cret',
    SMS_GATEWAY_BODY: '{"phone":"{phone}","text":"{text}","id":"{id}"}',
    WEBHOOK_URL: `${url}/hook`,
    WEBHOOK_SECRET: 'plain secret',
    ...more,
  });
  return { heard, state, on: (path) => heard.filter((one) => one.url.startsWith(path)) };
}
