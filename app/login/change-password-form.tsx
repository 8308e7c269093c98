'use client';

import { useActionState } from 'react';
import type { ActionState } from '@/lib/transport/action-state';

interface Field {
  name: 'current' | 'next' | 'passwordAgain';
  label: string;
  hint?: string;
}

/** The current password, then the new one twice. Works without script: the action's state is drawn by the server. */
export function ChangePasswordForm(props: {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  account: string;
  fields: Field[];
  words: { send: string; sending: string; errorTitle: string };
}) {
  const { words } = props;
  const [state, send, isSending] = useActionState(props.action, { ok: false, values: {} });
  const wrong = { 'password.current_wrong': 'current', 'password.not_repeated': 'passwordAgain' }[state.reason ?? ''];
  return (
    <form action={send} className="stack">
      {state.message && (
        // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong (WCAG 3.3.1)
        <div className="error-summary" id="errors" role="alert" tabIndex={-1} autoFocus>
          <h2>{words.errorTitle}</h2>
          <p>{state.message}</p>
        </div>
      )}
      {/* For the browser's keeper of passwords: whose these are. */}
      <input type="text" name="account" autoComplete="username" defaultValue={props.account} readOnly hidden />
      {props.fields.map(({ name, label, hint }) => (
        <div className="field" key={name}>
          <label className="label" htmlFor={name}>
            {label}
          </label>
          {hint && (
            <p className="hint" id={`${name}-hint`}>
              {hint}
            </p>
          )}
          <input
            className="input"
            id={name}
            name={name}
            type="password"
            required
            maxLength={200}
            autoComplete={name === 'current' ? 'current-password' : 'new-password'}
            aria-describedby={hint ? `${name}-hint` : undefined}
            aria-invalid={state.message && (wrong ?? 'next') === name ? true : undefined}
          />
        </div>
      ))}
      <button type="submit" className="btn btn-primary btn-lg btn-wide" disabled={isSending}>
        {isSending ? words.sending : words.send}
      </button>
    </form>
  );
}
