/** A form that was sent: its whole content waits in this browser until the server has answered it. */
export interface KeptPost {
  /** The form's `clientId`: the server does with one key what it says once, however often it comes. */
  id: string;
  /** Who typed it; on a shared phone nobody else sends or reads it. */
  owner: string;
  action: string;
  /** Only what was accepted leads to an address that holds this. */
  doneAt: string;
  /** What it is, in the reader's words. */
  label: string;
  fields: [name: string, value: string | File][];
  keptAt: number;
  /** Until when one tab is sending it; others leave it alone. Epoch milliseconds. */
  claimedUntil: number;
  /** Tab and page that are sending it. */
  claimedBy?: string;
  /** Where the server wants something mended; null while it only waits. */
  mendAt: string | null;
  /** Several of one form are several matters: none settles another, and the server keeps only the last to be mended. */
  alone?: boolean;
  /** What is about the same thing arrives in the order in which it was done. */
  about?: string;
  /** Not the end of its form: only its person may send it on. */
  unfinished?: boolean;
  /** The page that it was typed on. */
  from?: string;
}

const storeName = 'posts';
/** Every open page draws its badge anew. */
export const changed = 'outbox-changed';
const claimMs = 150_000;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One transaction; resolves with what `work` answered once it is written to the disk. */
async function run<T>(mode: IDBTransactionMode, work: (posts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

const tell = () => void window.dispatchEvent(new Event(changed));

const content = ({ fields }: KeptPost) =>
  JSON.stringify(
    fields.map(([name, value]) => (typeof value === 'string' ? [name, value] : [name, value.name, value.size])),
  );

/** A key for one sending, where the server's cannot be had. */
export const freshKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const underKey = (post: KeptPost, id: string): KeptPost => ({
  ...post,
  id,
  fields: post.fields.map(([name, value]) => [name, name === 'clientId' ? id : value]),
});

/**
 * Keeps what was just sent. Sent again from the same page it takes the place of the first; the same key from another page
 * with other words (two tabs of one form) is another matter and gets a key of its own. @returns the key
 * @throws where the browser keeps nothing (private window, full disk)
 */
export async function keepSent(post: KeptPost): Promise<string> {
  const from = here().page;
  const before = await run<KeptPost | undefined>('readonly', (posts) => posts.get(post.id));
  const isOther = before !== undefined && before.from !== from && content(before) !== content(post);
  const id = isOther ? freshKey() : post.id;
  await run('readwrite', (posts) => posts.put({ ...underKey(post, id), from }));
  tell();
  return id;
}

/** What waits here, of one person or of all, the oldest first. */
export async function keptPosts(owner?: string): Promise<KeptPost[]> {
  const all: KeptPost[] = await run('readonly', (posts) => posts.getAll());
  return all.filter((post) => owner === undefined || post.owner === owner).sort((a, b) => a.keptAt - b.keptAt);
}

export async function dropPost(id: string): Promise<void> {
  await run('readwrite', (posts) => posts.delete(id));
  tell();
}

/** One post, if it is there, and what becomes of it: one transaction, which the browser lets no other tab enter. */
const change = (id: string, work: (post: KeptPost, posts: IDBObjectStore) => void): Promise<KeptPost | undefined> =>
  run('readwrite', (posts) => {
    const found: IDBRequest<KeptPost | undefined> = posts.get(id);
    found.onsuccess = () => found.result && work(found.result, posts);
    return found;
  });

/**
 * After sending: keeps `next` in the place of `sent`, or forgets it (null). What was kept under the same key meanwhile is
 * newer and goes on waiting; where the server has used the key up, other words get a key of their own.
 */
export async function settlePost(sent: KeptPost, next: KeptPost | null): Promise<void> {
  await change(sent.id, (post, posts) => {
    if (next) {
      if (post.keptAt === sent.keptAt) posts.put(next);
      return;
    }
    posts.delete(post.id);
    if (content(post) !== content(sent)) posts.put(underKey(post, freshKey()));
  });
  tell();
}

const pageTab = String(Math.random());

/** This tab, which a reload does not change, and this page in it. */
function here(): { tab: string; page: string } {
  let tab = pageTab;
  try {
    tab = sessionStorage.getItem('outbox-tab') ?? pageTab;
    sessionStorage.setItem('outbox-tab', tab);
  } catch {
    // Switched off: then a reload is another tab.
  }
  return { tab, page: `${tab}/${performance.timeOrigin}` };
}

/**
 * Takes a post for sending; null when it is gone or another tab is at it. The mark of a tab that was closed meanwhile runs
 * out, that of an earlier page of this tab is void.
 */
export async function claimPost(id: string, now: number): Promise<KeptPost | null> {
  const { tab, page } = here();
  const isAtIt = ({ claimedUntil, claimedBy = '' }: KeptPost) =>
    claimedUntil > now && (claimedBy === page || !claimedBy.startsWith(`${tab}/`));
  let claimed: KeptPost | null = null;
  await change(id, (post, posts) => {
    if (isAtIt(post)) return;
    claimed = { ...post, claimedUntil: Date.now() + claimMs, claimedBy: page };
    posts.put(claimed);
  });
  return claimed;
}
