'use server';

import { redirect } from 'next/navigation';
import { addMilestone } from '@/lib/projects/commands/add-milestone';
import { addSources } from '@/lib/projects/commands/add-sources';
import { completeProject } from '@/lib/projects/commands/complete-project';
import { correctSpend } from '@/lib/projects/commands/correct-spend';
import { explainDelay } from '@/lib/projects/commands/explain-delay';
import { openProject } from '@/lib/projects/commands/open-project';
import { postponeProject } from '@/lib/projects/commands/postpone-project';
import { raiseBudget } from '@/lib/projects/commands/raise-budget';
import { reachMilestone } from '@/lib/projects/commands/reach-milestone';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { startProject } from '@/lib/projects/commands/start-project';
import { stopProject } from '@/lib/projects/commands/stop-project';
import * as input from '@/lib/projects/input';
import type { ProjectSummary } from '@/lib/projects/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../../_desk/refused-form';
import { listPath, projectPath } from './paths';
import { sentForm } from './sent-form';
import { readStep, type StepName } from './step-fields';

type Verb = FormAction<ProjectSummary>;
const nothing = () => ({ ...untouched }) as ActionState<ProjectSummary>;

/** Photos post to an address of their own: they are too large for an action. */
const verbs: Record<Exclude<StepName, 'add_photo'>, Verb> = {
  start: defineAction(input.startInput, startProject),
  add_milestone: defineAction(input.milestoneInput, addMilestone),
  reach_milestone: defineAction(input.reachInput, reachMilestone),
  spend: defineAction(input.spendInput, recordSpend),
  correct_spend: defineAction(input.correctSpendInput, correctSpend),
  raise_budget: defineAction(input.raiseInput, raiseBudget),
  postpone: defineAction(input.postponeInput, postponeProject),
  explain_delay: defineAction(input.explainInput, explainDelay),
  complete: defineAction(input.completeInput, completeProject),
  stop: defineAction(input.stopInput, stopProject),
  add_source: defineAction(input.sourcesInput, addSources),
};

/** One step of a project, and back to its page: with the typed text and the refusal, or with what was done. */
export async function stepAction(form: FormData): Promise<void> {
  const path = projectPath(form.get('code')) ?? redirect(listPath);
  const step = readStep(form.get('step'));
  if (!step || step === 'add_photo') redirect(path);
  const state = await verbs[step](nothing(), sentForm(form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, path, `${path}?done=${step}`);
  return keepForm(ctx, path, step, state, formFields(form));
}

/** Lists a project and goes on to it. */
export async function openAction(form: FormData): Promise<void> {
  const open = defineAction(input.openInput, openProject, { as: 'POST /projects' });
  const state = await open(nothing(), sentForm(form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, listPath, `${listPath}/${state.result?.code ?? ''}?done=open`);
  return keepForm(ctx, listPath, 'open', state, formFields(form));
}
