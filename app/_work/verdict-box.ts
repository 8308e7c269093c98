import { verdictPath } from './verdict-path';

/** A verdict in the browser: given, and not yet known to have reached the server. */
export interface HeldVerdict {
  /** The form's `clientId`: sent any number of times, it counts once. */
  key: string;
  /** Whose it is: on a shared computer nobody sends the verdict of somebody else. */
  by: string;
  code: string;
  /** When it was given, epoch milliseconds. */
  at: number;
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
/** Longer than any order waits for its verdict: what lies here still is over. */
const longestMs = 7 * 24 * 3_600_000;

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

/** Which verdict of one person the cookie of an order says is on its way. */
export function heldForm(cookie: string | undefined, by: string, version: number): VerdictForm | null {
  const [owner, at, form] = (cookie ?? '').split('.');
  return owner === by && at === String(version) && (form === 'pass' || form === 'rework') ? form : null;
}

export const formOf = ({ action }: HeldVerdict): VerdictForm => (action.endsWith('/pass') ? 'pass' : 'rework');

/** A cookie for each order, sent with its page alone. */
function tellServer(code: string, value: string, seconds: number): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the store that would replace it is not in every browser in use
  document.cookie = `${heldCookie}=${value}; path=/verify/o/${code}; samesite=lax; max-age=${seconds}${secure}`;
}

export function dropFromBox({ key, code }: Pick<HeldVerdict, 'key' | 'code'>): void {
  write(read().filter((one) => one.key !== key));
  tellServer(code, '', 0);
}

export function keepInBox(verdict: HeldVerdict): void {
  write([...read().filter((one) => one.key !== verdict.key), verdict]);
  tellServer(verdict.code, [verdict.by, versionOf(verdict), formOf(verdict)].join('.'), cookieSeconds);
}

/** What one person decided of an order in this browser, in this tab or another, and is not known to have arrived. */
export const heldInBox = (by: string, { code, version }: Judged): HeldVerdict | null =>
  read().findLast((one) => one.by === by && one.code === code && versionOf(one) === version) ?? null;

/** Where what is typed into the form of an order's verdict waits (`typed-fields.ts`): under the address of its form. */
export const typedAt = (code: string): string => verdictPath(code, 'rework');

const ofOthers = (by: string, here?: Judged): HeldVerdict[] =>
  read().filter((one) => one.by === by && (one.code !== here?.code || versionOf(one) !== here.version));

/** Those of one person that no page holds any longer, but for the one that `here` goes on with. */
export const overdueInBox = (by: string, now: number, here?: Judged): HeldVerdict[] =>
  ofOthers(by, here).filter((one) => one.sent || one.until + graceMs < now);

/** Those that wait for a button: their page may have been ended by the phone, or stand in another tab. */
export const waitingInBox = (by: string, here?: Judged): HeldVerdict[] =>
  ofOthers(by, here).filter((one) => !one.sent && one.until === never);

/** What nobody came back for goes, whoever gave it. */
export function dropOld(now: number): void {
  const list = read();
  const kept = list.filter((one) => !(now - one.at > longestMs));
  if (kept.length < list.length) write(kept);
}

/** Whether the order went on without this verdict; not so where nothing is known. */
export async function isOver(verdict: HeldVerdict): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/orders/${verdict.code}`, { signal: AbortSignal.timeout(patienceMs) });
    const order: unknown = answer.ok ? await answer.json() : null;
    const version: unknown = typeof order === 'object' && order !== null ? Reflect.get(order, 'version') : null;
    return answer.status === 404 || (typeof version === 'number' && version !== versionOf(verdict));
  } catch {
    return false;
  }
}

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
