/** Next's own limit for a form that is posted to a page; beyond it Next answers a bare 500. */
const mostBytes = 1024 * 1024;

/** Said before the body is read, so that nothing large is taken in to be refused. */
export const isTooLarge = (headers: Headers): boolean => Number(headers.get('content-length') ?? 0) > mostBytes;

/** Why a request for a server action cannot be carried out, before Next meets it. */
export type ActionFault = 'broken' | 'too_large';

function isJson(text: FormDataEntryValue | null, fits: (value: unknown) => boolean): boolean {
  if (typeof text !== 'string') return false;
  try {
    return fits(JSON.parse(text));
  } catch {
    return false;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first chunk says which action, the second lists what is bound to it. */
const chunkShapes: Record<string, (value: unknown) => boolean> = { '0': isObject, '1': Array.isArray };

/** A form without script names its action in fields of its own: `$ACTION_REF_2`, with `$ACTION_2:0` and what is bound. */
function namesItsAction(form: FormData): boolean {
  return [...form.keys()].every((name) => {
    const bound = /^\$ACTION_(\d+):(\d+)$/.exec(name);
    if (bound) return form.getAll(name).every((text) => isJson(text, chunkShapes[bound[2] ?? ''] ?? (() => true)));
    const named = /^\$ACTION_REF_(\d+)$/.exec(name);
    if (!named) return true;
    const [description, args] = [`$ACTION_${named[1]}:0`, `$ACTION_${named[1]}:1`];
    const wantsArgs = isJson(form.get(description), (value) => isObject(value) && 'bound' in (value as object));
    return form.getAll(name).length === 1 && form.has(description) && (!wantsArgs || form.has(args));
  });
}

const sizeOf = (form: FormData): number =>
  [...form.values()].reduce((sum, value) => sum + (typeof value === 'string' ? value.length : value.size), 0);

/** What a browser with script sends: the arguments, of which the last is the form itself. */
const carriesForm = (form: FormData): boolean =>
  isJson(form.get('0'), (args) => Array.isArray(args) && /^\$K[0-9a-f]+$/.test(String(args.at(-1))));

/**
 * What is wrong with a form or a request for a server action that Next would answer with a bare 500: too many bytes, a
 * name that no action has, another body than a form (each of our actions takes one), or fields that do not say which
 * action or with what.
 * @param form the body as a form; null when it is none
 * @returns null when it may go on
 */
export function actionFault(headers: Headers, form: FormData | null): ActionFault | null {
  const name = headers.get('next-action');
  if (name === null && form === null) return null;
  if (isTooLarge(headers)) return 'too_large';
  if (!form) return 'broken';
  if (sizeOf(form) > mostBytes) return 'too_large';
  if (name === null) return namesItsAction(form) ? null : 'broken';
  return /^[0-9a-f]{42}$/.test(name) && carriesForm(form) ? null : 'broken';
}
