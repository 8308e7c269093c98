import { z } from 'zod';

/** One message that was given up, or with no id all of them. */
export const resendInput = z.object({ id: z.uuid().optional() });

/** A test of one configured target; `clientId` makes a second press the same one. */
export const testChannelInput = z.object({
  channel: z.enum(['wecom', 'dingtalk', 'email', 'webhook']),
  target: z.string().max(40),
  clientId: z.uuid(),
});
