import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { processOnce } from '@/lib/kernel/once';

/**
 * An address whose `%` signs mean nothing, with each of them taken for itself; any other as it is. No address of a page
 * has U+0000 in it, which PostgreSQL cannot look for: it becomes one that leads to nothing, its query with it. The API
 * refuses it by itself, and says why.
 */
export function decodableUrl(url: string): string {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (url.includes('%00') && !path.startsWith('/api/')) return '/%2500';
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

/** Next answers a path that it cannot decode with a bare 500, and a page one with U+0000; so it sees one that leads to nothing, and says 404. */
export function repairRequestLines(): void {
  processOnce('transport.request_lines', () => {
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: IncomingMessage };
      if (request.url?.includes('%')) request.url = decodableUrl(request.url);
    });
    return true;
  });
}
