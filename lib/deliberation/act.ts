import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Context, Tx } from '@/lib/kernel/context';
import type { DeliberationFacts } from './conditions';
import { type DeliberationRow, deliberationFacts, findDeliberation, standingParts } from './facts';
import { namesInCase, openFields } from './open-words';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type DeliberationSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

const room: CaseRoom<DeliberationRow, DeliberationFacts, Action, Relation, DeliberationSummary> = {
  slice: 'deliberation',
  reasons: { notFound: 'deliberation.not_found', stale: 'deliberation.stale' },
  find: findDeliberation,
  facts: deliberationFacts,
  standing: async (tx, actor, row) => standingOf(actor, row, await standingParts(tx, actor, row)),
  decide: (action, row, facts, standing) => guard.decide(action, row.status, facts, standing),
  isQuiet: guard.isQuiet,
  open: { fields: openFields, names: (tx, row) => namesInCase(tx, row.id) },
  show: async (tx: Tx, row, actor, now) => {
    const standing = standingOf(actor, row, await standingParts(tx, actor, row));
    return summaryOf(row, await deliberationFacts(tx, row, now), standing);
  },
};

/** The one way in which a command changes a deliberation. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<DeliberationRow, DeliberationFacts, A, Relation>) => Promise<DeliberationRow>,
): Promise<DeliberationSummary> =>
  actOn(ctx, room, action, request, (one) => step(one as CaseAct<DeliberationRow, DeliberationFacts, A, Relation>));
