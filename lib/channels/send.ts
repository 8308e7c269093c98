import { sendToDingtalk } from './dingtalk';
import { sendByMail } from './email';
import { ChannelFault, type OutsideMessage } from './message';
import type { OutsideChannel, Targets } from './targets';
import { sendToHook } from './webhook';
import { sendToWecom } from './wecom';

/**
 * Sends to one configured target and resolves when it was taken. `now` is the real clock, for signatures.
 * @throws ChannelFault, `off` where the target is not configured (any more)
 */
export async function sendOutside(
  targets: Targets,
  to: { channel: Exclude<OutsideChannel, 'sms'>; target: string },
  message: OutsideMessage,
  now: number,
  limitMs?: number,
): Promise<void> {
  const off = new ChannelFault('off');
  if (to.channel === 'wecom') {
    const robot = targets.wecom.get(to.target);
    if (!robot) throw off;
    return sendToWecom(robot, message, limitMs);
  }
  if (to.channel === 'dingtalk') {
    const robot = targets.dingtalk.get(to.target);
    if (!robot) throw off;
    return sendToDingtalk(robot, message, now, limitMs);
  }
  if (to.channel === 'email') {
    const mailbox = targets.email.get(to.target);
    if (!mailbox) throw off;
    return sendByMail(mailbox, message, limitMs);
  }
  if (!targets.webhook) throw off;
  return sendToHook(targets.webhook, message, now, limitMs);
}
