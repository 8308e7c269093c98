'use client';

import { useActionState } from 'react';
import type { ActionState } from '@/lib/transport/action-state';

interface Words {
  account: string;
  accountHint: string;
  password: string;
  send: string;
  sending: string;
  errorTitle: string;
}

/**
 * Account and password. Works without script: the action's state is drawn by the server. The account stays after a
 * refusal, the password never does.
 */
export function SignInForm(props: {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  next: string;
  words: Words;
}) {
  const { words } = props;
  const [state, send, isSending] = useActionState(props.action, { ok: false, values: {} });
  const account = state.values.account;
  return (
    <form action={send} className="stack">
      {state.message && (
        // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong (WCAG 3.3.1)
        <div className="error-summary" id="errors" role="alert" tabIndex={-1} autoFocus>
          <h2>{words.errorTitle}</h2>
          <p>{state.message}</p>
        </div>
      )}
      <div className="field">
        <label className="label" htmlFor="account">
          {words.account}
        </label>
        <p className="hint" id="account-hint">
          {words.accountHint}
        </p>
        <input
          className="input"
          id="account"
          name="account"
          required
          maxLength={64}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={Array.isArray(account) ? account[0] : account}
          aria-describedby="account-hint"
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="password">
          {words.password}
        </label>
        <input
          className="input"
          id="password"
          name="password"
          type="password"
          required
          maxLength={200}
          autoComplete="current-password"
          aria-invalid={state.message ? true : undefined}
        />
      </div>
      <button type="submit" className="btn btn-primary btn-lg btn-wide" disabled={isSending}>
        {isSending ? words.sending : words.send}
      </button>
      <input type="hidden" name="next" value={props.next} />
    </form>
  );
}
