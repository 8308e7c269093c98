/** What one address answered, its headers included: a name may stand in a file's name or an address just as well. */
export interface Told {
  where: string;
  status: number;
  text: string;
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Pages that hold nothing but what is typed into them or that end a session, whatever stands behind their `?`. */
const once = ['/login', '/mode', '/login/out'];
/** How many addresses of one page with the same names of parameters are looked at: a building's page is like the next. */
const mostAlike = 12;

function linksOf(html: string, from: string, base: string): string[] {
  const found = [...html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => plain(link));
  return found.flatMap((link) => {
    const url = URL.parse(link, base + from);
    if (!url || url.origin !== new URL(base).origin || url.pathname.startsWith('/api/auth')) return [];
    return [url.pathname + (once.includes(url.pathname) ? '' : url.search)];
  });
}

const isText = (type: string) => /text|json|xml|javascript|svg|manifest/.test(type);

export interface Crawl {
  base: string;
  from: readonly string[];
  headers?: Record<string, string>;
  /** Which addresses are followed; all by default. */
  follow?: (path: string) => boolean;
}

async function told(base: string, path: string, headers: Record<string, string>): Promise<Told & { links: string[] }> {
  const answer = await fetch(base + path, { redirect: 'manual', headers });
  const type = answer.headers.get('content-type') ?? '';
  const body = isText(type) ? await answer.text() : '';
  if (!isText(type)) await answer.arrayBuffer();
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const location = answer.headers.get('location');
  const links = [
    ...(type.includes('html') ? linksOf(body, path, base) : []),
    ...(location ? linksOf(`<a href="${location}">`, path, base) : []),
  ];
  return { where: path, status: answer.status, text: `${head}\n${body}`, links };
}

/** Every address that is reached from some by links and redirects, with what it answered; by GET alone, nothing sent. */
export async function crawled({ base, from, headers = {}, follow = () => true }: Crawl): Promise<Map<string, Told>> {
  const found = new Map<string, Told>();
  const waiting = [...from];
  const seen = new Set(waiting);
  const alike = new Map<string, number>();
  const take = (link: string) => {
    if (seen.has(link) || !follow(link)) return;
    const url = new URL(link, base);
    const shape = `${url.pathname}?${[...url.searchParams.keys()].sort().join()}`;
    const count = (alike.get(shape) ?? 0) + 1;
    alike.set(shape, count);
    if (count > mostAlike) return;
    seen.add(link);
    waiting.push(link);
  };
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const { links, ...one } = await told(base, path, headers);
      found.set(path, one);
      for (const link of links) take(link);
    }
  };
  // A worker that finds nothing waiting is done, although another may still find links.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 6 }, worker));
  return found;
}

/** One address with these headers; for what no link leads to. */
export async function asked(base: string, path: string, headers: Record<string, string> = {}): Promise<Told> {
  const { links: _, ...one } = await told(base, path, headers);
  return one;
}

/** The beginning of an answer that goes on for ever: what comes before it is quiet for a second. */
export async function overheard(base: string, path: string, headers: Record<string, string> = {}): Promise<Told> {
  const stop = new AbortController();
  const answer = await fetch(new URL(path, base), { headers, redirect: 'manual', signal: stop.signal });
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const reader = answer.body?.getReader();
  let body = '';
  const quiet = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), 1000));
  for (;;) {
    const read = await Promise.race([reader?.read(), quiet()]);
    if (!read || read.done) break;
    body += new TextDecoder().decode(read.value);
  }
  stop.abort();
  return { where: path, status: answer.status, text: `${head}\n${body}` };
}
