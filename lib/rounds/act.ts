import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Context } from '@/lib/kernel/context';
import type { RoundFacts } from './conditions';
import { findRound, type RoundRow, roundFacts } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type RoundSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

const room: CaseRoom<RoundRow, RoundFacts, Action, Relation, RoundSummary> = {
  slice: 'round',
  reasons: { notFound: 'round.not_found', stale: 'round.stale' },
  find: findRound,
  facts: async (_tx, row, now) => roundFacts(row, now),
  standing: async (_tx, actor, row) => standingOf(actor, row),
  decide: (action, row, facts, standing) => guard.decide(action, row.status, facts, standing),
  isQuiet: guard.isQuiet,
  // Nobody's name is kept beside what they said, so only numbers can be known.
  open: { fields: { close: ['reason'], publish: ['rows'], add_to_list: ['rows'] }, names: async () => [] },
  show: async (_tx, row, actor, now) => summaryOf(row, roundFacts(row, now), standingOf(actor, row)),
};

/** The one way in which a command changes a round. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<RoundRow, RoundFacts, A, Relation>) => Promise<RoundRow>,
): Promise<RoundSummary> =>
  actOn(ctx, room, action, request, (one) => step(one as CaseAct<RoundRow, RoundFacts, A, Relation>));
