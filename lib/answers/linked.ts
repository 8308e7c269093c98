import { loadCase } from '@/lib/deliberation/queries/load-case';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { getProject } from '@/lib/projects/queries/get-project';

export interface LinkedCases {
  deliberation?: string;
  project?: string;
}

/**
 * The deliberation and the project that an answer refers to, looked up: they are there for this actor and of the same
 * community, so that no public link leads elsewhere.
 * @throws not_found `deliberation.not_found`, `project.not_found`
 */
export async function linkedCases(
  ctx: Context,
  communityCode: string,
  { deliberation, project }: LinkedCases,
): Promise<LinkedCases> {
  if (deliberation !== undefined) {
    const { row } = await loadCase(ctx, deliberation);
    if (row.communityCode !== communityCode) throw new DomainError('not_found', 'deliberation.not_found');
  }
  if (project !== undefined) {
    const found = await getProject(ctx, { code: project });
    if (found.communityCode !== communityCode) throw new DomainError('not_found', 'project.not_found');
  }
  return { ...(deliberation && { deliberation }), ...(project && { project }) };
}
