'use server';

import { redirect } from 'next/navigation';
import { addRule } from '@/lib/routing/commands/add-rule';
import { moveRule } from '@/lib/routing/commands/move-rule';
import { saveRule } from '@/lib/routing/commands/save-rule';
import { switchRule } from '@/lib/routing/commands/switch-rule';
import { moveRuleInput, switchRuleInput } from '@/lib/routing/input';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { storeKept } from '../../_shell/kept';
import { forgetKept, keepForm } from '../refused-form';
import { addRuleForm, draftOf, saveRuleForm } from './rule-form-input';

const list = '/desk/routing';

/** A page of the rules that a form says it stands on; anything else goes to the list. */
function pathOf(form: FormData): string {
  const path = String(form.get('at') ?? '');
  return /^\/desk\/routing(\/new|\/[0-9a-f-]{36})?$/.test(path) ? path : list;
}

const placeOf = (form: FormData): URLSearchParams => {
  const community = String(form.get('community') ?? '');
  return new URLSearchParams(/^\d{12}$/.test(community) ? { community } : {});
};

/** Over how many orders to try; the page reads anything that is no number as the usual. */
const countOf = (form: FormData): string => /^\d{1,3}$/.exec(String(form.get('last')))?.[0] ?? '';

async function run<Result>(name: string, form: FormData, action: FormAction<Result>): Promise<never> {
  const path = pathOf(form);
  const state: ActionState<Result> = await action(untouched as ActionState<Result>, form);
  const ctx = await currentContext();
  const query = placeOf(form);
  if (!state.ok) return keepForm(ctx, path, name, state, formFields(form), query);
  query.set('done', name);
  return forgetKept(ctx, path, `${list}?${query}`);
}

/** 试跑 keeps what was typed and shows what it would have done; nothing of the rule is stored. */
async function tryDraft(form: FormData): Promise<never> {
  const fields = formFields(form);
  const path = pathOf(form);
  const query = placeOf(form);
  if (!draftOf(fields)) {
    const fitted = path.endsWith('/new') ? addRuleForm : saveRuleForm;
    const state = await defineAction<unknown, undefined>(fitted, async () => undefined)(
      untouched as ActionState<undefined>,
      form,
    );
    if (!state.ok) return keepForm(await currentContext(), path, 'rule', state, fields, query);
  }
  await storeKept(await currentContext(), path, 'rule', fields, {});
  query.set('form', 'rule');
  query.set('try', countOf(form));
  redirect(`${path}?${query}#tried`);
}

export async function ruleAction(form: FormData): Promise<void> {
  if (form.get('do') === 'try') return tryDraft(form);
  return form.get('id')
    ? run('rule', form, defineAction(saveRuleForm, saveRule))
    : run('rule', form, defineAction(addRuleForm, addRule));
}

export async function moveRuleAction(form: FormData): Promise<void> {
  return run('move', form, defineAction(moveRuleInput, moveRule));
}

export async function switchRuleAction(form: FormData): Promise<void> {
  return run('switch', form, defineAction(switchRuleInput, switchRule));
}
