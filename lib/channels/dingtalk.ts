import { createHmac } from 'node:crypto';
import type { OutsideMessage } from './message';
import { postToRobot } from './post';

export interface DingtalkRobot {
  /** The whole address of the robot, which holds its token. */
  url: string;
  /** 加签; null where the robot is kept by a keyword or by addresses. */
  secret: string | null;
}

/**
 * 加签: HmacSHA256 with the robot's secret as the key, over the instant in milliseconds, a line feed and the secret, in
 * base64. It is good for an hour.
 */
export const dingtalkSign = (secret: string, at: number): string =>
  createHmac('sha256', secret).update(`${at}\n${secret}`, 'utf8').digest('base64');

/** The address of one post, with its instant and its sign. */
export function dingtalkAddress({ url, secret }: DingtalkRobot, at: number): string {
  if (secret === null) return url;
  const address = new URL(url);
  address.searchParams.set('timestamp', String(at));
  address.searchParams.set('sign', dingtalkSign(secret, at));
  return address.href;
}

/** The body of a 钉钉 group robot; `title` is what the list of talks shows. */
export function dingtalkBody({ title, lines, link }: Pick<OutsideMessage, 'title' | 'lines' | 'link'>): string {
  const text = [
    `#### ${title}`,
    ...lines.map((line) => `> ${line}`),
    ...(link ? [`[${link.label}](${link.url})`] : []),
  ];
  return JSON.stringify({ msgtype: 'markdown', markdown: { title, text: text.join('\n\n') } });
}

export const sendToDingtalk = (
  robot: DingtalkRobot,
  message: OutsideMessage,
  now: number,
  limitMs?: number,
): Promise<void> => postToRobot(dingtalkAddress(robot, now), dingtalkBody(message), limitMs);
