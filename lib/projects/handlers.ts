import type { Context } from '@/lib/kernel/context';
import type { ProjectEventData } from './events';
import { type ProjectStep, toldOfProject } from './queries/told-of-project';

interface CaseMessage {
  caseId: string;
  seq: number;
}

/** The steps that whoever asked for a project is told of, and as what; papers (payments, photos) are no step. */
const told: Partial<Record<keyof ProjectEventData, string>> = {
  'project.opened': 'project.opened',
  'project.source_added': 'project.opened',
  'project.started': 'project.started',
  'project.milestone_reached': 'project.milestone_reached',
  'project.budget_raised': 'project.budget_raised',
  'project.postponed': 'project.postponed',
  'project.delay_explained': 'project.delay_explained',
  'project.completed': 'project.completed',
  'project.stopped': 'project.stopped',
};

/** Tells whoever sent one of the source orders of a step; a repeat tells nobody twice. */
export async function tellOfProject(
  ctx: Context,
  message: CaseMessage,
  tell: (step: Omit<ProjectStep, 'photo' | 'deliberation'> & { kind: string }) => Promise<void>,
): Promise<void> {
  const found = await toldOfProject(ctx, message);
  const kind = found && told[found.type];
  if (!found || !kind) return;
  await tell({ ...found, kind });
}

/** A photo that became public is never swept. */
export async function keepProjectPhoto(
  ctx: Context,
  message: CaseMessage,
  keep: (ids: string[]) => Promise<void>,
): Promise<void> {
  const found = await toldOfProject(ctx, message);
  if (found?.photo) await keep([found.photo]);
}

/** Names a project to the decision that it was opened for, or that gave it more money. */
export async function projectOf(
  ctx: Context,
  message: CaseMessage,
  link: (project: { code: string; project: string }) => Promise<void>,
): Promise<void> {
  const found = await toldOfProject(ctx, message);
  if (found?.deliberation) await link({ code: found.deliberation, project: found.caseCode });
}
