import { claimPost, type KeptPost, keptPosts, settlePost } from './kept-posts';
import { keyHeader, quietHeader, waitedHeader } from './key-header';

/** `busy`: another tab is at it. `later`: no network, or the server is not well. `mend`: it was read and not accepted. */
export interface Sent {
  kind: 'done' | 'mend' | 'sign_in' | 'later' | 'busy';
  /** Where the answer leads. */
  url: string;
}

const longestMs = 120_000;

async function post({ id, action, doneAt, fields, keptAt }: KeptPost, quiet: boolean): Promise<Sent> {
  if (!navigator.onLine) return { kind: 'later', url: '' };
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  try {
    const waited = String(Math.max(0, Math.round((Date.now() - keptAt) / 1000)));
    const headers = { [keyHeader]: id, [waitedHeader]: waited, ...(quiet && { [quietHeader]: '1' }) };
    const answer = await fetch(action, { method: 'POST', body, headers, signal: AbortSignal.timeout(longestMs) });
    const { pathname } = new URL(answer.url);
    if (answer.url.includes(doneAt)) return { kind: 'done', url: answer.url };
    if (pathname === '/login') return { kind: 'sign_in', url: answer.url };
    // Overloaded, restarting, or told to wait: nothing is wrong with what was sent.
    if (answer.status >= 500 || answer.status === 429) return { kind: 'later', url: '' };
    return { kind: 'mend', url: answer.url };
  } catch {
    return { kind: 'later', url: '' };
  }
}

/**
 * Sends one kept post, once, after those about the same thing that were kept before it; it stays kept until the server
 * has accepted it. `quiet`: nobody looks on.
 */
export async function sendPost(id: string, quiet = false): Promise<Sent> {
  for (const before of await waitingBefore(id)) {
    const { kind } = await sendOne(before, true);
    if (kind !== 'done' && kind !== 'mend') return { kind: 'later', url: '' };
  }
  return sendOne(id, quiet);
}

async function waitingBefore(id: string): Promise<string[]> {
  const all = await keptPosts();
  const mine = all.find((one) => one.id === id);
  return all
    .filter((one) => mine?.about && one.about === mine.about && one.owner === mine.owner && one.mendAt === null)
    .filter((one) => mine && one.keptAt < mine.keptAt && one.id !== id)
    .map((one) => one.id);
}

async function sendOne(id: string, quiet: boolean): Promise<Sent> {
  if (!('locks' in navigator)) return sendClaimed(id, Date.now(), quiet);
  // A lock goes with its page; the mark in the database, for browsers without locks, has to run out.
  return navigator.locks.request(`outbox ${id}`, { ifAvailable: true }, (lock): Promise<Sent> | Sent =>
    lock ? sendClaimed(id, Number.POSITIVE_INFINITY, quiet) : { kind: 'busy', url: '' },
  );
}

async function sendClaimed(id: string, now: number, quiet: boolean): Promise<Sent> {
  const claimed = await claimPost(id, now);
  if (!claimed) return { kind: 'busy', url: '' };
  const sent = await post(claimed, quiet);
  if (sent.kind === 'done') {
    // An earlier try of the same form that had to be mended is settled with it.
    const settled = (await keptPosts(claimed.owner)).filter(
      (other) => !other.alone && other.mendAt && other.action === claimed.action,
    );
    for (const one of [claimed, ...settled]) await settlePost(one, null);
  } else {
    const mendAt = sent.kind === 'mend' ? sent.url : claimed.unfinished ? claimed.action : null;
    await settlePost(claimed, { ...claimed, claimedUntil: 0, mendAt });
  }
  return sent;
}
