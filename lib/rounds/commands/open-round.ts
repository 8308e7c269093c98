import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { refuseNamed } from '@/lib/casework/public-words';
import { nextCaseSerial } from '@/lib/casework/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { once } from '@/lib/replay/store';
import { roundFacts } from '../facts';
import { openInput } from '../input';
import { mayOpen, standingOf } from '../policy';
import { insertRound } from '../store';
import { type RoundSummary, summaryOf } from '../view';

/**
 * 征求意见: asks everybody of a community one question, for some days.
 * @throws forbidden only its secretary does · rule the last day is over already
 */
export async function openRound(ctx: Context, raw: z.input<typeof openInput>): Promise<RoundSummary> {
  const input = parse(openInput, raw);
  if (!mayOpen(ctx.actor, input.community)) throw new DomainError('forbidden', 'round.not_for_you');
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'round.open', key: input.clientId, input }, async () => {
      const now = ctx.now();
      const today = shanghaiDate(now);
      if (input.closesOn < today) throw new DomainError('rule', 'round.closes_in_past', { params: { today } });
      const { question, questionEn, words } = input;
      refuseNamed({ question, questionEn, words }, []);
      const series = `${await communityLetters(tx, input.community)}-YJ-${today.slice(0, 4)}`;
      const serial = await nextCaseSerial(tx, series);
      const row = await insertRound(
        tx,
        {
          id: newId(),
          code: `${series}-${String(serial).padStart(3, '0')}`,
          communityCode: input.community,
          streetCode: input.community.slice(0, 9),
          question: input.question,
          questionEn: input.questionEn || null,
          words: input.words,
          status: 'open',
          opensOn: input.opensOn,
          closesOn: input.closesOn,
          publishedAt: null,
          endedEarly: null,
          openedBy: actorKey(ctx.actor),
          openedAt: now,
        },
        ctx.actor,
      );
      return summaryOf(row, roundFacts(row, now), standingOf(ctx.actor, row));
    }),
  );
}
