import { and, eq, isNotNull } from 'drizzle-orm';
import { eventsOf } from '@/lib/casework/store';
import type { Context, Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { ballotDigest, ballotSeal, plainReceipt, receiptHash, tallyLines, withheldFor } from '../ballots';
import type { DeliberationEventData } from '../events';
import { ballotsOf } from '../facts';
import { type Choice, caseKind } from '../status';
import { deliberationMeeting } from '../tables';
import { loadCase } from './load-case';

export interface Tally {
  meeting: string;
  /** `<hash of the receipt> <choice>` a line, sorted: what anybody counts again. Null where they are withheld. */
  lines: string | null;
  /** So few ballots, or all alike: the lines would tell who voted how. */
  withheld: 'few' | 'unanimous' | null;
  /** As it stands in the history since the closing. */
  digest: string;
  /** Whether the ballots still make that digest, and each fits the seal that it was cast with. */
  intact: boolean;
}

/** What the history says of the digest of a meeting; null where it says nothing. */
async function toldDigest(db: Reader, caseId: string, meeting: string): Promise<string | null> {
  const closed = (await eventsOf(db, caseKind, caseId))
    .filter(({ type }) => type === 'deliberation.vote_closed')
    .map(({ data }) => JSON.parse(data) as DeliberationEventData['deliberation.vote_closed']);
  return closed.find((one) => one.meeting === meeting)?.ballotDigest ?? null;
}

/** The ballots of a vote that is over. @throws not_found */
async function closedVote(ctx: Context, { code, meeting }: { code: string; meeting: string }) {
  const { row } = await loadCase(ctx, code);
  const [held] = await ctx.db
    .select({ id: deliberationMeeting.id })
    .from(deliberationMeeting)
    .where(
      and(
        eq(deliberationMeeting.id, meeting),
        eq(deliberationMeeting.deliberationId, row.id),
        isNotNull(deliberationMeeting.ballotDigest),
      ),
    );
  const digest = held ? await toldDigest(ctx.db, row.id, held.id) : null;
  if (!held || digest === null) throw new DomainError('not_found', 'deliberation.no_tally');
  return { id: held.id, digest, ballots: await ballotsOf(ctx.db, held.id) };
}

/**
 * The web ballots of a vote that is over, for everybody. Before the closing there is none: a tally that grows would tell
 * who voted how; so would one of very few ballots, or of ballots that are all alike. @throws not_found
 */
export async function getTally(ctx: Context, of: { code: string; meeting: string }): Promise<Tally> {
  const { id, digest, ballots } = await closedVote(ctx, of);
  const withheld = withheldFor(ballots);
  return {
    meeting: id,
    lines: withheld === null ? tallyLines(ballots) : null,
    withheld,
    digest,
    intact:
      ballotDigest(ballots) === digest &&
      ballots.every((one) => one.seal === ballotSeal(id, one.receiptHash, one.choice)),
  };
}

/** The ballot of a receipt in a vote that is over, whoever holds it. @throws not_found no such ballot: say so to the hall */
export async function findReceipt(
  ctx: Context,
  { code, meeting, receipt }: { code: string; meeting: string; receipt: string },
): Promise<{ receiptHash: string; choice: Choice }> {
  const { id, ballots } = await closedVote(ctx, { code, meeting });
  const hash = receiptHash(id, plainReceipt(receipt));
  const found = ballots.find((one) => one.receiptHash === hash);
  if (!found) throw new DomainError('not_found', 'deliberation.receipt_unknown');
  return { receiptHash: hash, choice: found.choice };
}
