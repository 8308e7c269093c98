import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/kernel/context';
import type { ActionState } from '@/lib/transport/action-state';
import { dropKept, type Refused, storeKept, type Typed } from '../_shell/kept';

/** What is said of a refused form. Whoever was signed out meanwhile is told that, not that nothing here is theirs. */
export async function refusalOf(ctx: Context, state: ActionState<unknown>): Promise<Refused> {
  if (ctx.actor.kind !== 'person') return { message: (await getTranslations('desk.kept'))('signed_out') };
  const { message, reason, issues } = state;
  return { message, reason, issues, conflict: state.version !== undefined };
}

/** Longer than anything that an address of a page names; what was typed is kept beside, and never goes into one. */
const longestValue = 200;

/** Keeps a refused form of the page `path`, and goes back to it; or to `page`, where the form stands there too. */
export async function keepForm(
  ctx: Context,
  path: string,
  form: string,
  state: ActionState<unknown>,
  typed: Typed = state.values,
  query = new URLSearchParams(),
  page = path,
): Promise<never> {
  await storeKept(ctx, path, form, typed, await refusalOf(ctx, state));
  for (const [name, value] of [...query]) if (value.length > longestValue) query.delete(name);
  query.set('form', form);
  redirect(`${page}?${query}#errors`);
}

/** After a form was accepted: forgets what an earlier try left, and goes on to `next`. */
export async function forgetKept(ctx: Context, path: string, next: string): Promise<never> {
  await dropKept(ctx, path);
  redirect(next);
}
