/** A verdict in the browser: given, and not yet known to have reached the server. */
export interface HeldVerdict {
  /** The form's `clientId`: sent any number of times, it counts once. */
  key: string;
  /** Whose it is: on a shared computer nobody sends the verdict of somebody else. */
  by: string;
  code: string;
  action: string;
  fields: [name: string, value: string][];
  /** From when on any page may send it, epoch milliseconds. */
  until: number;
  /** It is on its way; whether it came through is not known. */
  sent: boolean;
}

/** What the server did: took it (`passed`) or kept it as a draft, and the page that goes on from there. */
export interface VerdictAnswer {
  passed: boolean;
  next: string;
}

const place = 'verdicts';
const patienceMs = 20_000;
/** After its time has passed the page that holds it is given this long before another page sends it. */
const graceMs = 5_000;

function read(): HeldVerdict[] {
  try {
    const list: unknown = JSON.parse(window.localStorage.getItem(place) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function write(list: HeldVerdict[]): void {
  try {
    if (list.length === 0) window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, JSON.stringify(list));
  } catch {
    // Storage is off or full: the page holds the verdict itself, and sends it when it is left.
  }
}

export const dropFromBox = (key: string): void => write(read().filter((one) => one.key !== key));

export const keepInBox = (verdict: HeldVerdict): void =>
  write([...read().filter((one) => one.key !== verdict.key), verdict]);

/** Those of one person that no page holds any longer. */
export const overdueInBox = (by: string, now: number): HeldVerdict[] =>
  read().filter((one) => one.by === by && (one.sent || one.until + graceMs < now));

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
