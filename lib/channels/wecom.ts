import type { OutsideMessage } from './message';
import { postToRobot } from './post';

/** The body of a 企业微信 group robot: markdown of its own subset, 4,096 bytes at most. */
export function wecomBody({ title, lines, link }: Pick<OutsideMessage, 'title' | 'lines' | 'link'>): string {
  const content = [
    `**${title}**`,
    ...lines.map((line) => `> ${line}`),
    ...(link ? [`[${link.label}](${link.url})`] : []),
  ];
  return JSON.stringify({ msgtype: 'markdown', markdown: { content: content.join('\n') } });
}

/** @param robot the whole address of the robot, which holds its key */
export const sendToWecom = (robot: string, message: OutsideMessage, limitMs?: number): Promise<void> =>
  postToRobot(robot, wecomBody(message), limitMs);
