import { and, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { ballotDigest, ballotSeal, plainReceipt, receiptHash, tallyLines } from '../ballots';
import { ballotsOf } from '../facts';
import { type Choice, choices } from '../status';
import { deliberationMeeting } from '../tables';
import { loadCase } from './load-case';

export interface Tally {
  meeting: string;
  /** `<hash of the receipt> <choice>` a line, sorted: what anybody counts again. */
  lines: string;
  /** As it stands in the history since the closing. */
  digest: string;
  /** Whether the lines still make that digest, and each fits the seal that it was cast with. */
  intact: boolean;
}

/**
 * The web ballots of a vote that is over, for everybody. Before the closing there is none: a tally that grows would tell
 * who voted how. @throws not_found
 */
export async function getTally(ctx: Context, { code, meeting }: { code: string; meeting: string }): Promise<Tally> {
  const { row } = await loadCase(ctx, code);
  const [held] = await ctx.db
    .select()
    .from(deliberationMeeting)
    .where(
      and(
        eq(deliberationMeeting.id, meeting),
        eq(deliberationMeeting.deliberationId, row.id),
        isNotNull(deliberationMeeting.ballotDigest),
      ),
    );
  if (!held || held.ballotDigest === null) throw new DomainError('not_found', 'deliberation.no_tally');
  const ballots = await ballotsOf(ctx.db, held.id);
  return {
    meeting: held.id,
    lines: tallyLines(ballots),
    digest: held.ballotDigest,
    intact:
      ballotDigest(ballots) === held.ballotDigest &&
      ballots.every((one) => one.seal === ballotSeal(held.id, one.receiptHash, one.choice)),
  };
}

/** The line of a receipt in the tally of a vote that is over. @throws not_found no such line: say so to the hall */
export async function findReceipt(
  ctx: Context,
  { code, meeting, receipt }: { code: string; meeting: string; receipt: string },
): Promise<{ receiptHash: string; choice: Choice }> {
  const tally = await getTally(ctx, { code, meeting });
  const hash = receiptHash(tally.meeting, plainReceipt(receipt));
  const choice = choices.find((one) => tally.lines.split('\n').includes(`${hash} ${one}`));
  if (!choice) throw new DomainError('not_found', 'deliberation.receipt_unknown');
  return { receiptHash: hash, choice };
}
