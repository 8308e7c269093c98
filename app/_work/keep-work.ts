import type { Context } from '@/lib/kernel/context';
import type { ActionState } from '@/lib/transport/action-state';
import { storeKept, type Typed } from '../_shell/kept';
import { blamedField } from './blamed-field';

type Refusal = Partial<Pick<ActionState<unknown>, 'message' | 'reason' | 'issues' | 'version'>>;

/** A refusal that one field can mend stands at that field. */
export function withBlame<State extends Refusal>(state: State): State {
  const { message = '', reason = '' } = state;
  const path = blamedField(reason);
  return state.issues || !path ? state : { ...state, issues: [{ path, reason, message }] };
}

/** Keeps a refused form of a task. `about`: the order's number, or a word for a page that is about none. */
export async function keepWork(
  ctx: Context,
  kept: { about: string; form: string; typed: Typed; state: Refusal },
): Promise<void> {
  const { message, reason, issues, version } = withBlame(kept.state);
  await storeKept(ctx, kept.about, kept.form, kept.typed, { message, reason, issues, conflict: version !== undefined });
}
