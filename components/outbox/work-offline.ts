const workPrefix = 'work ';
const staticCache = 'static';
const mostStatic = 150;

/** Puts a page and what it needs beside it where `public/sw.js` finds them without a network; nothing when it leads elsewhere. */
async function keepPage(pages: Cache, files: Cache, path: string): Promise<void> {
  // Not followed: an answer that nobody reads would hold its connection.
  const answer = await fetch(path, { priority: 'low', redirect: 'manual' });
  if (!answer.ok) {
    await answer.body?.cancel();
    await pages.delete(path);
    return;
  }
  const html = await answer.clone().text();
  await pages.put(path, answer);
  for (const [name] of html.matchAll(/static\/[\w./~-]+\.(?:js|css)/g)) {
    const file = `/_next/${name}`;
    if (!(await files.match(file))) await files.add(file).catch(() => undefined);
  }
  for (const old of (await files.keys()).slice(0, -mostStatic)) await files.delete(old);
}

/**
 * Starts the worker that answers without a network, and keeps `paths`, pages of this person's own tasks, for it. What
 * was kept for somebody else goes. Where the browser has no worker everything else works as ever.
 */
export async function workOffline(owner: string, paths: string[]): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || !('caches' in window)) return;
  if (!navigator.onLine) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    if (paths.length === 0) return;
    const mine = workPrefix + owner;
    for (const name of await caches.keys()) {
      if (name.startsWith(workPrefix) && name !== mine) await caches.delete(name);
    }
    const [pages, files] = await Promise.all([caches.open(mine), caches.open(staticCache)]);
    for (const path of paths) await keepPage(pages, files, path);
  } catch {
    // A private window, a full disk, no network: then nothing is kept.
  }
}
