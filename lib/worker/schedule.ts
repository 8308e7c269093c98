import { sweepDrafts } from '@/lib/drafts/commands/sweep-drafts';
import type { Context } from '@/lib/kernel/context';
import { alarmUnclaimed } from '@/lib/notices/commands/alarm-unclaimed';
import { closeDueOrders } from '@/lib/orders/commands/close-due-orders';
import { lookAtOrders } from '@/lib/orders/commands/look-at-orders';
import { resumeDueOrders } from '@/lib/orders/commands/resume-due-orders';
import { sealDays } from '@/lib/orders/commands/seal-days';
import { sweepLoginCodes } from '@/lib/people/commands/sweep-login-codes';
import { sweepSessions } from '@/lib/people/commands/sweep-sessions';
import { forgetReplays } from '@/lib/replay/commands/forget-replays';
import { closeOverRounds } from '@/lib/rounds/commands/close-over-rounds';
import { sweepThrottles } from '@/lib/throttle/throttle';
import { discardUploads } from '@/lib/uploads/commands/discard-uploads';
import { sweepDocuments } from '@/lib/uploads/commands/sweep-documents';
import { sweepUploads } from '@/lib/uploads/commands/sweep-uploads';

export interface Job {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<unknown>;
}

const minute = 60_000;

/** What was cleared is to be gone when its ten minutes are over, with its photos. */
const sweepDraftsAndPhotos = async (ctx: Context): Promise<number> => {
  const { count, photoIds } = await sweepDrafts(ctx);
  await discardUploads(ctx, photoIds);
  return count;
};

/** What runs when. Each job is safe to run again and in several processes. */
export const jobs: readonly Job[] = [
  { name: 'close due orders', everyMs: minute, run: closeDueOrders },
  { name: 'resume due orders', everyMs: minute, run: resumeDueOrders },
  { name: 'look at orders', everyMs: minute, run: lookAtOrders },
  { name: 'alarm unclaimed offers', everyMs: minute, run: alarmUnclaimed },
  { name: 'close over rounds', everyMs: 10 * minute, run: closeOverRounds },
  { name: 'seal days', everyMs: 10 * minute, run: sealDays },
  { name: 'sweep uploads', everyMs: 60 * minute, run: sweepUploads },
  { name: 'sweep documents', everyMs: 60 * minute, run: sweepDocuments },
  { name: 'sweep drafts', everyMs: minute, run: sweepDraftsAndPhotos },
  { name: 'sweep sessions', everyMs: 60 * minute, run: sweepSessions },
  { name: 'sweep login codes', everyMs: 60 * minute, run: sweepLoginCodes },
  { name: 'sweep throttles', everyMs: 60 * minute, run: sweepThrottles },
  { name: 'forget replays', everyMs: 60 * minute, run: forgetReplays },
];
