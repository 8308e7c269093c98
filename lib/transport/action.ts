import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { ZodType } from 'zod';
import type { Context } from '@/lib/kernel/context';
import type { ActionState } from './action-state';
import { formFields, formInput } from './form';
import { refuseUnstorableText } from './http';
import { readInput, reworded } from './issues';
import { logUnexpected } from './log';
import { asDomainError } from './problem';
import { noteRefusal } from './refusals';
import { currentContext } from './session';
import { type Locale, reasonWords } from './words';

type Fields = Record<string, string | string[]>;

const isSecret = (name: string) => /password|current|next$|pin$|token/i.test(name);

/** What goes back into the form: everything but secrets. */
export const keptValues = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecret(name)));

/** A thrown error as the state of the form: typed text kept, reason and issues in words. */
export async function refusedState(
  error: unknown,
  ctx: Context,
  fields: Fields,
  what: string,
): Promise<ActionState<never>> {
  const locale = (await getLocale()) as Locale;
  const known = asDomainError(error, { locale, requestId: ctx.requestId });
  const values = keptValues(fields);
  if (!known) {
    logUnexpected(error, ctx.requestId);
    const message = reasonWords(locale, 'server.unexpected', 'unavailable', { requestId: ctx.requestId });
    return { ok: false, values, reason: 'server.unexpected', message };
  }
  await noteRefusal(ctx, known, what, fields.code);
  const { issues, version, retryAfterSeconds, params } = known.details;
  return {
    ok: false,
    values,
    reason: known.reason,
    message: reasonWords(locale, known.reason, known.code, params),
    ...(issues && { issues: reworded(issues, locale) }),
    ...(version !== undefined && { version }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

export type FormAction<Result> = (before: ActionState<Result>, form: FormData) => Promise<ActionState<Result>>;

/**
 * A server action over one verb, for `useActionState`: session → actor, input by its schema, the verb, and a refusal as
 * words beside the typed text. `then` names the page to go to afterwards (a path of this site), `as` the row of the HTTP
 * contract that does the same, for the trail of refusals.
 */
export function defineAction<Input, Result>(
  schema: ZodType<Input>,
  command: (ctx: Context, input: Input) => Promise<Result>,
  options: { then?: (result: Result, input: Input) => string; as?: string } = {},
): FormAction<Result> {
  return async (_before, form) => {
    const fields = formFields(form);
    const ctx = await currentContext();
    let goTo: string | undefined;
    let result: Result;
    try {
      refuseUnstorableText(fields);
      const locale = (await getLocale()) as Locale;
      const input = readInput(schema, formInput(fields), { texts: true, locale });
      result = await command(ctx, input);
      goTo = options.then?.(result, input);
    } catch (error) {
      return refusedState(error, ctx, fields, options.as ?? `action ${command.name}`);
    }
    // Next redirects by throwing, so this stands outside.
    if (goTo !== undefined) redirect(goTo);
    return { ok: true, values: {}, result };
  };
}
