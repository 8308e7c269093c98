import type { ZodType } from 'zod';
import type { Context } from './context';

/** Who may try; the verb still decides. `anyone` includes callers without a session. */
export type Audience = 'anyone' | 'signed_in' | 'system_admin';

/**
 * One row of the HTTP contract. The catch-all route, the OpenAPI document and the transport tests are built of the
 * same rows; a row differs in nothing from the screen that calls the same verb.
 */
export interface EndpointRow<Input = unknown, Output = unknown> {
  method: 'GET' | 'POST';
  /** Below `/api/v1`, with `{name}` for a part of the path: `/orders/{code}/actions/claim`. */
  path: string;
  /** Parsed from the path's parts, the query (GET) and the JSON body (POST) merged; none overwrites another silently. */
  input: ZodType<Input>;
  /** What a caller's field is called in the input, where its word is also that of a part of the path. */
  fields?: Readonly<Record<string, string>>;
  /** Fields that come in a header of this name and never in the address of a GET: addresses are logged. */
  headers?: Readonly<Record<string, string>>;
  output: ZodType<Output>;
  run(ctx: Context, input: Input): Promise<Output>;
  audience: Audience;
  /** 200 unless the row creates something. */
  status?: 200 | 201;
  summary: string;
}

/** An action of a case with its input and its verb; `input` is what `run` is given, parsed. */
export interface ActionVerb<Summary> {
  action: string;
  input: ZodType;
  run(ctx: Context, input: never): Promise<Summary>;
  fields?: EndpointRow['fields'];
}

/** REST spells actions in kebab-case: `submit_evidence` → `submit-evidence`. */
export const actionSlug = (action: string): string => action.replaceAll('_', '-');

/** `POST {path}/actions/{action}` for each verb of one kind of case, answered by its summary. `of`: "of a project". */
export const actionEndpoints = <Summary>(
  at: { path: string; of: string; output: ZodType<Summary> },
  verbs: readonly ActionVerb<Summary>[],
): EndpointRow[] =>
  verbs.map(({ action, input, run, fields }) =>
    endpoint({
      method: 'POST',
      path: `${at.path}/actions/${actionSlug(action)}`,
      summary: `The action ${action} ${at.of}.`,
      audience: 'signed_in',
      input: input as ZodType<never>,
      fields,
      output: at.output,
      run,
    }),
  );

/** Keeps the types of one row together while a list of rows holds many. */
export function endpoint<Input, Output>(row: EndpointRow<Input, Output>): EndpointRow {
  return row as unknown as EndpointRow;
}
