import { verdictPath } from './verdict-path';

/** A verdict in the browser: given, and not yet known to have reached the server. */
export interface HeldVerdict {
  /** The form's `clientId`: sent any number of times, it counts once. */
  key: string;
  /** Whose it is: on a shared computer nobody sends the verdict of somebody else. */
  by: string;
  code: string;
  action: string;
  fields: [name: string, value: string][];
  /** From when on any page may send it, epoch milliseconds; `never` while somebody looks once more. */
  until: number;
  /** It is on its way; whether it came through is not known. */
  sent: boolean;
}

/** What the server did: took it (`passed`) or kept it as a draft, and the page that goes on from there. */
export interface VerdictAnswer {
  passed: boolean;
  next: string;
}

export type VerdictForm = 'pass' | 'rework';
export const never = Number.MAX_SAFE_INTEGER;
/** Tells the server which order a verdict of this browser is on its way for, so that its page offers no second one. */
export const heldCookie = 'verdict_held';
const cookieSeconds = 600;

export const verdictsPlace = 'verdicts';
const patienceMs = 20_000;
/** After its time has passed the page that holds it is given this long before another page sends it. */
const graceMs = 5_000;

function read(): HeldVerdict[] {
  try {
    const list: unknown = JSON.parse(window.localStorage.getItem(verdictsPlace) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function write(list: HeldVerdict[]): void {
  try {
    if (list.length === 0) window.localStorage.removeItem(verdictsPlace);
    else window.localStorage.setItem(verdictsPlace, JSON.stringify(list));
  } catch {
    // Storage is off or full: the page holds the verdict itself, and sends it when it is left.
  }
}

/** On what a verdict is given: the order as its page showed it. What came after is another matter. */
export interface Judged {
  code: string;
  version: number;
}

const versionOf = ({ fields }: HeldVerdict) => Number(fields.find(([name]) => name === 'version')?.[1]);

/** Which verdict the cookie says is on its way for an order. */
export function heldForm(cookie: string | undefined, { code, version }: Judged): VerdictForm | null {
  const [of, at, form] = (cookie ?? '').split('.');
  return of === code && at === String(version) && (form === 'pass' || form === 'rework') ? form : null;
}

export const formOf = ({ action }: HeldVerdict): VerdictForm => (action.endsWith('/pass') ? 'pass' : 'rework');

function tellServer(value: string, seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store that would replace it is not in every browser in use
  document.cookie = `${heldCookie}=${value}; path=/verify; samesite=lax; max-age=${seconds}`;
}

export function dropFromBox(key: string): void {
  write(read().filter((one) => one.key !== key));
  tellServer('', 0);
}

export function keepInBox(verdict: HeldVerdict): void {
  write([...read().filter((one) => one.key !== verdict.key), verdict]);
  tellServer([verdict.code, versionOf(verdict), formOf(verdict)].join('.'), cookieSeconds);
}

/** What one person decided of an order in this browser, in this tab or another, and is not known to have arrived. */
export const heldInBox = (by: string, { code, version }: Judged): HeldVerdict | null =>
  read().findLast((one) => one.by === by && one.code === code && versionOf(one) === version) ?? null;

/** Where what is typed into the form of an order's verdict waits (`typed-fields.ts`): under the address of its form. */
export const typedAt = (code: string): string => verdictPath(code, 'rework');

/** Those of one person that no page holds any longer, but for the one that `here` goes on with. */
export const overdueInBox = (by: string, now: number, here?: Judged): HeldVerdict[] =>
  read()
    .filter((one) => one.by === by && (one.sent || one.until + graceMs < now))
    .filter((one) => one.code !== here?.code || versionOf(one) !== here.version);

/** Sends it so that it goes out even while the page is left. @returns null when nothing is known to have arrived */
export async function sendVerdict(verdict: HeldVerdict): Promise<VerdictAnswer | null> {
  const body = new FormData();
  for (const [name, value] of verdict.fields) body.append(name, value);
  try {
    const response = await fetch(verdict.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      keepalive: true,
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

const isAnswer = (value: unknown): value is VerdictAnswer =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'next') === 'string';
