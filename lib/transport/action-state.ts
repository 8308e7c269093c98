import type { InputIssue } from '@/lib/kernel/errors';

/** What a form's action answers, for `useActionState`; the same with and without JavaScript. */
export interface ActionState<Result = undefined> {
  ok: boolean;
  /** What was typed, by field name, to be put back with `defaultValue`; secrets are not among it. */
  values: Record<string, string | string[]>;
  result?: Result;
  /** Stable name of the refusal. */
  reason?: string;
  /** The refusal in the reader's words. */
  message?: string;
  /** What is wrong with which field, in the reader's words. */
  issues?: InputIssue[];
  /** With a conflict: the version that stands now. */
  version?: number;
  retryAfterSeconds?: number;
}

/** Before the first submit. */
export const untouched: ActionState<never> = { ok: false, values: {} };
