import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { workEndOn } from '@/lib/calendar/working-time';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { enqueue } from '@/lib/outbox/store';
import { once } from '@/lib/replay/store';
import { mayAnswer } from '../policy';
import { seenSupervision } from '../queries/get-supervision';
import { replyInput } from '../supervision-input';
import { addReply } from '../supervision-store';
import { numberOf } from '../supervision-view';
import { supervisionTold } from '../tables';

export interface Answered {
  code: string;
  number: string;
  /** The day on which it is due again, where the order is still open. */
  checkOn: string;
}

/**
 * The answer to a 督办单 (M10), by its owner or somebody told on the same step; at the end of the day that it names it is
 * due anew where the order is still in work.
 * @throws forbidden `supervision.not_yours`; conflict `supervision.answered`; invalid `supervision.check_past`
 */
export async function replySupervision(ctx: Context, raw: z.input<typeof replyInput>): Promise<Answered> {
  const { clientId, ...input } = parse(replyInput, raw);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'supervision.reply', key: clientId, input }, async () => {
      const { actor, notice } = await seenSupervision({ ...ctx, db: tx }, tx, input.code);
      if (notice.repliedAt !== null || notice.endedAt !== null) {
        throw new DomainError('conflict', 'supervision.answered');
      }
      const told = await tx
        .select()
        .from(supervisionTold)
        .where(and(eq(supervisionTold.noticeId, notice.id), eq(supervisionTold.personId, actor.personId)));
      if (!mayAnswer(actor, notice, told)) throw new DomainError('forbidden', 'supervision.not_yours');
      const now = ctx.now();
      if (input.checkOn < shanghaiDate(now)) {
        const reason = 'supervision.check_past';
        throw new DomainError('invalid', reason, { issues: [{ path: 'checkOn', reason, message: reason }] });
      }
      const { calls, cause, measure, checkOn } = input;
      const reply = { personId: actor.personId, calls, cause, measure, checkOn, at: now };
      await addReply(tx, notice, reply, Math.max(workEndOn(checkOn), now));
      await enqueue(tx, 'supervision.replied', { noticeId: notice.id, orderId: notice.orderId, by: actor.personId });
      return { code: notice.code, number: numberOf(notice), checkOn };
    }),
  );
}
