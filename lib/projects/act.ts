import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Context } from '@/lib/kernel/context';
import type { ProjectFacts } from './conditions';
import { findProject, type ProjectRow, projectFacts } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type ProjectSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

const room: CaseRoom<ProjectRow, ProjectFacts, Action, Relation, ProjectSummary> = {
  slice: 'project',
  reasons: { notFound: 'project.not_found', stale: 'project.stale' },
  find: findProject,
  facts: projectFacts,
  standing: async (_tx, actor, row) => standingOf(actor, row),
  decide: (action, row, facts, standing) => guard.decide(action, row.status, facts, standing),
  isQuiet: guard.isQuiet,
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
