import type { Actor } from '@/lib/kernel/context';
import { listProjects } from '@/lib/projects/queries/list-projects';
import { openStatuses, type Status } from '@/lib/projects/status';
import { workAreas } from '../../_desk/own-work';
import type { StaffContext } from '../../_shell/enter';

export const projectViews = {
  open: openStatuses,
  ended: ['completed', 'stopped'],
} as const satisfies Record<string, readonly Status[]>;
export type ProjectView = keyof typeof projectViews;

/** The projects of the community whose desk this is; of all of them at the desk of a street. */
export async function ownProjects(
  ctx: StaffContext,
  view: ProjectView,
  page: { cursor?: string; limit?: number } = {},
): ReturnType<typeof listProjects> {
  const [area] = workAreas(ctx.actor);
  const community = area && area.length === 12 ? { community: area } : {};
  return listProjects(ctx, { ...community, ...page, status: projectViews[view].join(',') });
}

/** The communities in whose name this person may list a project: those whose secretary they are. */
export const listsFor = (actor: Actor): string[] =>
  actor.kind === 'person' ? actor.memberships.filter((one) => one.role === 'secretary').map((one) => one.areaCode) : [];
