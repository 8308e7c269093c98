import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Actor, Context, Tx } from '@/lib/kernel/context';
import type { MediationFacts } from './conditions';
import { findMediation, type MediationRow, mediationFacts, partiesOf, partyOf } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type MediationSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

const standing = async (tx: Tx, actor: Actor, row: MediationRow) =>
  standingOf(actor, row, partyOf(actor, await partiesOf(tx, row.id)));

const room: CaseRoom<MediationRow, MediationFacts, Action, Relation, MediationSummary> = {
  slice: 'mediation',
  reasons: { notFound: 'mediation.not_found', stale: 'mediation.stale' },
  find: findMediation,
  facts: mediationFacts,
  standing,
  decide: (action, row, facts, how) => guard.decide(action, row.status, facts, how),
  isQuiet: guard.isQuiet,
  show: async (tx, row, actor, now) =>
    summaryOf(row, await mediationFacts(tx, row, now), await standing(tx, actor, row)),
};

/** The one way in which a command changes a mediation. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<MediationRow, MediationFacts, A, Relation>) => Promise<MediationRow>,
): Promise<MediationSummary> =>
  actOn(ctx, room, action, request, (one) => step(one as CaseAct<MediationRow, MediationFacts, A, Relation>));
