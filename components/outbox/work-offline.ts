const workPrefix = 'work ';
const staticCache = 'static';
const mostStatic = 150;
const dayMs = 24 * 3600_000;

/** Puts a page and what it needs beside it where `public/sw.js` finds them without a network; nothing when it leads elsewhere. */
async function keepPage(pages: Cache, files: Cache, path: string): Promise<string> {
  const answer = await fetch(path, { priority: 'low', redirect: 'manual' });
  if (!answer.ok) {
    await answer.body?.cancel();
    await pages.delete(path);
    return '';
  }
  const html = await answer.clone().text();
  await pages.put(path, answer);
  for (const [name] of html.matchAll(/static\/[\w./~-]+\.(?:js|css)/g)) {
    const file = `/_next/${name}`;
    if (!(await files.match(file))) await files.add(file).catch(() => undefined);
  }
  for (const old of (await files.keys()).slice(0, -mostStatic)) await files.delete(old);
  return html;
}

/** A task that the list no longer names was handed back or is long over: who lives there is none of this phone's business. */
async function dropOthers(pages: Cache, list: string): Promise<void> {
  for (const { url } of await pages.keys()) {
    const [task] = /\/[ot]\/[^/]+/.exec(new URL(url).pathname) ?? [];
    if (task && !list.includes(task)) await pages.delete(url);
  }
}

/** The worker fetched it when it was installed; numbers to call may have changed since. */
async function renewHelp(): Promise<void> {
  const cache = await caches.open('offline');
  const date = (await cache.match('/offline'))?.headers.get('date');
  if (date && Date.now() - Date.parse(date) > dayMs) await cache.add('/offline');
}

/**
 * Starts the worker that answers without a network, and keeps `paths`, pages of this person's own tasks, for it; the last is
 * the list of all of them. What was kept for somebody else goes, unless the page is not one of tasks (no `paths`). Where the
 * browser has no worker everything else works as ever.
 */
export async function workOffline(owner: string, paths?: string[]): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || !('caches' in window)) return;
  if (!navigator.onLine) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await renewHelp();
    if (!paths) return;
    const mine = workPrefix + owner;
    for (const name of await caches.keys()) {
      if (name.startsWith(workPrefix) && name !== mine) await caches.delete(name);
    }
    if (paths.length === 0) return;
    const [pages, files] = await Promise.all([caches.open(mine), caches.open(staticCache)]);
    let list = '';
    for (const path of paths) list = await keepPage(pages, files, path);
    if (list) await dropOthers(pages, list);
  } catch {
    // A private window, a full disk, no network: then nothing is kept.
  }
}
