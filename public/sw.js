// Answers only where the network does not: with a page of one's own tasks that was kept, else with /offline. Nothing that
// the network can give is given from here, and nothing else is kept (docs/decisions/0017).
const offline = 'offline';
const workPrefix = 'work ';
const longestMs = 24 * 3600_000;

const keepOffline = async () => (await caches.open(offline)).add('/offline');

self.addEventListener('install', (event) => {
  self.skipWaiting();
  // What a page sends by itself goes past the worker: what is sent while a page is left would end with the page here.
  event.addRoutes?.([{ condition: { requestMethod: 'POST', requestMode: 'cors' }, source: 'network' }]);
  event.waitUntil(keepOffline());
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function forgetWork() {
  for (const name of await caches.keys()) if (name.startsWith(workPrefix)) await caches.delete(name);
}

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);

/** Whoever types one of these types it again: it stands in no page. */
const secrets = ['password', 'current', 'next', 'again', 'secret', 'pin'];

/** The form that could not be sent, in the page: its fields travel along, so that one button sends it again, once. */
async function againForm(request, template) {
  const fields = [...(await request.formData())];
  if (fields.some(([name]) => secrets.includes(name))) return '';
  const typed = fields.filter(([, value]) => typeof value === 'string');
  const hidden = typed.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const words = typed.find(([name, value]) => name === 'words' && value !== '');
  const hasPhotos = fields.some(([, value]) => typeof value !== 'string' && value.size > 0);
  return template
    .replace('action="/offline"', () => `action="${escaped(request.url)}"`)
    .replace(/<i id="words"><\/i>/, () => (words ? `<p class="words">${escaped(words[1])}</p>` : ''))
    .replace(/<i id="fields"><\/i>/, () => hidden.join(''))
    .replace(/<p id="photos">.*?<\/p>/s, (line) => (hasPhotos ? line : ''));
}

async function offlinePage(request) {
  const kept = await caches.match('/offline');
  if (!kept) return Response.error();
  let html = await kept.text();
  const again = /<template id="again">(.*?)<\/template>/s.exec(html);
  if (request.method === 'POST' && again) {
    const form = await againForm(request, again[1]).catch(() => '');
    html = html.replace(again[0], () => form);
  }
  return new Response(html, { status: 503, headers: kept.headers });
}

async function keptPage(request) {
  const { pathname } = new URL(request.url);
  for (const name of await caches.keys()) {
    if (!name.startsWith(workPrefix)) continue;
    const page = await (await caches.open(name)).match(pathname);
    if (!page) continue;
    if (Date.now() - Date.parse(page.headers.get('date') ?? '') < longestMs) return page;
    await (await caches.open(name)).delete(pathname);
  }
  return null;
}

async function navigate(event) {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const spare = request.method === 'POST' ? request.clone() : request;
  try {
    const answer = await fetch(request);
    // Another size or language: the page for the time without a network follows.
    if (pathname === '/mode') event.waitUntil(keepOffline().catch(() => undefined));
    if (/^\/login(\/|$)/.test(pathname)) {
      const seen = forgetIfOut(request, answer.clone()).catch(() => undefined);
      event.waitUntil(seen);
      if (request.method === 'POST') await seen;
    }
    return answer;
  } catch {
    return (request.method === 'GET' && (await keptPage(request))) || offlinePage(spare);
  }
}

/**
 * Signing out, being signed out, and signing in as somebody else all lead over `/login`, and are over once the server has
 * answered; the page itself has a button for signing out only where somebody is signed in.
 */
async function forgetIfOut(request, answer) {
  if (request.method === 'POST') {
    if (answer.ok || answer.type === 'opaqueredirect') await forgetWork();
  } else if (answer.ok && !(await answer.text()).includes('"/login/out"')) await forgetWork();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  // Going back to the answer of a form asks for it again only from what the browser kept: nothing was to be sent.
  if (request.method === 'POST' && request.isHistoryNavigation) return;
  if (request.mode === 'navigate') event.respondWith(navigate(event));
  else if (request.method === 'GET' && url.pathname.startsWith('/_next/static/')) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request.url)) ?? Response.error()));
  }
});
