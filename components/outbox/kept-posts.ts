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

/** Keeps a post, or what is newer of it. @throws where the browser keeps nothing (private window, full disk) */
export async function keepPost(post: KeptPost): Promise<void> {
  await run('readwrite', (posts) => posts.put(post));
  tell();
}

/** What this person has waiting here, the oldest first. */
export async function keptPosts(owner: string): Promise<KeptPost[]> {
  const all: KeptPost[] = await run('readonly', (posts) => posts.getAll());
  return all.filter((post) => post.owner === owner).sort((a, b) => a.keptAt - b.keptAt);
}

export async function dropPost(id: string): Promise<void> {
  await run('readwrite', (posts) => posts.delete(id));
  tell();
}

/** This tab, which a reload does not change, and this page in it. */
function here(): { tab: string; page: string } {
  const tab = sessionStorage.getItem('outbox-tab') ?? String(Math.random());
  sessionStorage.setItem('outbox-tab', tab);
  return { tab, page: `${tab}/${performance.timeOrigin}` };
}

/**
 * Takes a post for sending; null when it is gone or another tab is at it. Read and mark are one transaction, which the
 * browser lets no other tab enter; the mark of a tab that was closed meanwhile runs out, that of an earlier page
 * of this tab is void.
 */
export async function claimPost(id: string, now: number): Promise<KeptPost | null> {
  const { tab, page } = here();
  const isAtIt = ({ claimedUntil, claimedBy = '' }: KeptPost) =>
    claimedUntil > now && (claimedBy === page || !claimedBy.startsWith(`${tab}/`));
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(storeName, 'readwrite');
      const posts = transaction.objectStore(storeName);
      let claimed: KeptPost | null = null;
      const found = posts.get(id);
      found.onsuccess = () => {
        const post = found.result as KeptPost | undefined;
        if (!post || isAtIt(post)) return;
        claimed = { ...post, claimedUntil: Date.now() + claimMs, claimedBy: page };
        posts.put(claimed);
      };
      transaction.oncomplete = () => resolve(claimed);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}
