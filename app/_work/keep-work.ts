import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import type { ActionState } from '@/lib/transport/action-state';
import { storeKept, type Typed } from '../_shell/kept';
import { blamedField } from './blamed-field';

export interface KeepInput {
  /** The order's number, or a word for a page that is about none. */
  about: string;
  form: string;
  typed: Typed;
  state: Pick<ActionState<unknown>, 'message' | 'reason' | 'issues' | 'version'>;
}

/** Keeps a refused form of a task. A refusal that one field can mend stands at that field; photos are under `kept.KIND`. */
export async function keepWork(ctx: Context, { about, form, typed, state }: KeepInput): Promise<void> {
  const { message = '', reason = '' } = state;
  const path = blamedField(reason);
  const issues: InputIssue[] = state.issues ?? (path ? [{ path, reason, message }] : []);
  const photoIds = Object.entries(typed).flatMap(([name, value]) => (name.startsWith('kept.') ? [value].flat() : []));
  await storeKept(
    ctx,
    about,
    form,
    typed,
    { message, reason, issues, conflict: state.version !== undefined },
    photoIds,
  );
}
