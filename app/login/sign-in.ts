'use server';

import { redirect } from 'next/navigation';
import { safeReturnPath } from '@/components/preferences';
import { signIn } from '@/lib/people/commands/sign-in';
import { signInInput } from '@/lib/people/input';
import { firstScreen } from '@/lib/people/policy';
import { loadActor } from '@/lib/people/queries/load-actor';
import { defineAction } from '@/lib/transport/action';
import type { ActionState } from '@/lib/transport/action-state';
import { keepSession } from '@/lib/transport/session';

/**
 * Signs in by the form's `account` and `password`, gives the browser its cookie and goes to `next`, when that is a page
 * of this site, else to the first screen of the role. On a refusal the typed account is kept, the password never.
 */
export async function signInAction(before: ActionState, form: FormData): Promise<ActionState> {
  let goTo = '/';
  const open = defineAction(signInInput, async (ctx, input) => {
    const opened = await signIn(ctx, { ...input, as: 'browser' });
    const actor = await loadActor(ctx, { personId: opened.personId });
    goTo = safeReturnPath(form.get('next')) ?? (actor ? firstScreen(actor) : '/');
    await keepSession(opened);
    return undefined;
  });
  const state = await open(before, form);
  if (state.ok) redirect(goTo);
  return state;
}
