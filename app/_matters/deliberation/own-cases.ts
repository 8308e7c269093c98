import { listDeliberations } from '@/lib/deliberation/queries/list-deliberations';
import { openStatuses, type Status } from '@/lib/deliberation/status';
import type { Actor } from '@/lib/kernel/context';
import { workAreas } from '../../_desk/own-work';
import type { StaffContext } from '../../_shell/enter';

export const caseViews = {
  open: openStatuses,
  ended: ['completed', 'rejected', 'withdrawn'],
} as const satisfies Record<string, readonly Status[]>;
export type CaseView = keyof typeof caseViews;

/** The cases of the community whose desk this is; of all of them at the desk of a street. */
export async function ownCases(
  ctx: StaffContext,
  view: CaseView,
  page: { cursor?: string; limit?: number } = {},
): ReturnType<typeof listDeliberations> {
  const [area] = workAreas(ctx.actor);
  const community = area && area.length === 12 ? { community: area } : {};
  return listDeliberations(ctx, { ...community, ...page, status: caseViews[view].join(',') });
}

/** The communities in whose name this person may open a case: those whose secretary they are. */
export const opensFor = (actor: Actor): string[] =>
  actor.kind === 'person' ? actor.memberships.filter((one) => one.role === 'secretary').map((one) => one.areaCode) : [];
