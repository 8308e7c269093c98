import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Context } from '@/lib/kernel/context';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import type { ProjectFacts } from './conditions';
import { findProject, type ProjectRow, projectFacts, sourceIdsOf } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type ProjectSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

/** What everybody reads of each step. */
const openFields: Partial<Record<Action, readonly string[]>> = {
  add_milestone: ['title'],
  reach_milestone: ['words'],
  spend: ['label'],
  correct_spend: ['reason'],
  raise_budget: ['reason'],
  postpone: ['reason'],
  explain_delay: ['reason'],
  add_photo: ['words'],
  stop: ['reason'],
};

const room: CaseRoom<ProjectRow, ProjectFacts, Action, Relation, ProjectSummary> = {
  slice: 'project',
  reasons: { notFound: 'project.not_found', stale: 'project.stale' },
  find: findProject,
  facts: projectFacts,
  standing: async (_tx, actor, row) => standingOf(actor, row),
  decide: (action, row, facts, standing) => guard.decide(action, row.status, facts, standing),
  isQuiet: guard.isQuiet,
  open: { fields: openFields, names: async (tx, row) => namesBehind(tx, await sourceIdsOf(tx, row.id)) },
  show: async (tx, row, actor, now) => summaryOf(row, await projectFacts(tx, row, now), standingOf(actor, row)),
};

/** The one way in which a command changes a project. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<ProjectRow, ProjectFacts, A, Relation>) => Promise<ProjectRow>,
): Promise<ProjectSummary> =>
  actOn(ctx, room, action, request, (one) => step(one as CaseAct<ProjectRow, ProjectFacts, A, Relation>));
