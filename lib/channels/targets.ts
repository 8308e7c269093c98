import type { DingtalkRobot } from './dingtalk';
import type { Mailbox } from './email';
import type { MailServer } from './smtp';
import type { Hook } from './webhook';

export const outsideChannels = ['sms', 'wecom', 'dingtalk', 'email', 'webhook'] as const;
export type OutsideChannel = (typeof outsideChannels)[number];
export const isOutside = (channel: string): channel is OutsideChannel =>
  (outsideChannels as readonly string[]).includes(channel);

/** The channels that reach the group of a community or a street. */
export const groupChannels = ['wecom', 'dingtalk', 'email'] as const satisfies readonly OutsideChannel[];

/** What the environment names, by area code; secrets stand nowhere else, neither in the database nor on a page. */
export interface Targets {
  wecom: ReadonlyMap<string, string>;
  dingtalk: ReadonlyMap<string, DingtalkRobot>;
  email: ReadonlyMap<string, Mailbox>;
  webhook: Hook | null;
}

type Env = Record<string, string | undefined>;

const isWeb = (url: string | undefined): url is string =>
  url !== undefined && /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '');

/** Values of `NAME_<area code>`, by area code. */
function byArea(env: Env, name: string): [string, string][] {
  const pattern = new RegExp(`^${name}_(\\d{9,12})$`);
  return Object.entries(env).flatMap(([key, value]): [string, string][] => {
    const area = pattern.exec(key)?.[1];
    return area && value ? [[area, value]] : [];
  });
}

function mailServer(text: string | undefined): MailServer | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  const implicitTls = url.protocol === 'smtps:';
  if (!implicitTls && url.protocol !== 'smtp:') return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (implicitTls ? 465 : 587),
    implicitTls,
    user: url.username ? decodeURIComponent(url.username) : null,
    password: url.password ? decodeURIComponent(url.password) : null,
  };
}

const isAddress = (text: string): boolean => /^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(text);

/** The groups, mailboxes and the receiver that this installation has; what is named by half is not there. */
export function readTargets(env: Env): Targets {
  const server = mailServer(env.SMTP_URL);
  const from = env.EMAIL_FROM;
  const boxes =
    server && from && isAddress(from)
      ? byArea(env, 'EMAIL_TO').flatMap(([area, list]): [string, Mailbox][] => {
          const to = list.split(',').map((address) => address.trim());
          return to.every(isAddress) ? [[area, { server, from, to }]] : [];
        })
      : [];
  return {
    wecom: new Map(byArea(env, 'WECOM_ROBOT').filter(([, url]) => isWeb(url))),
    dingtalk: new Map(
      byArea(env, 'DINGTALK_ROBOT')
        .filter(([, url]) => isWeb(url))
        .map(([area, url]) => [area, { url, secret: env[`DINGTALK_SECRET_${area}`] || null }]),
    ),
    email: new Map(boxes),
    webhook: isWeb(env.WEBHOOK_URL) && env.WEBHOOK_SECRET ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET } : null,
  };
}

/** What a message is sent to: an area's group, or the one receiver. */
export const hookTarget = 'receiver';

/** Every pair of channel and target that is configured, but short messages, which go to whoever left a number. */
export function pairsOf(targets: Targets): { channel: Exclude<OutsideChannel, 'sms'>; target: string }[] {
  return [
    ...groupChannels.flatMap((channel) => [...targets[channel].keys()].map((target) => ({ channel, target }))),
    ...(targets.webhook ? [{ channel: 'webhook' as const, target: hookTarget }] : []),
  ];
}
