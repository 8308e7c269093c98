import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { processOnce } from '@/lib/kernel/once';

/** How many proxies of our own stand in front (`TRUST_PROXY`); 0 = callers reach this process themselves. */
const trustedHops = (): number => {
  const hops = Number(process.env.TRUST_PROXY ?? 0);
  return Number.isInteger(hops) && hops >= 0 ? hops : 0;
};

/** One household has one IPv6 /64; a mapped IPv4 is that IPv4; a port is no part of an address. */
function subjectOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');
  const v4 = bare.replace(/:\d+$/, '');
  if (isIP(v4) === 4) return v4;
  if (isIP(bare) !== 6) return 'unknown';
  const [head = '', tail] = bare.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(':')}::/64`;
}

/**
 * Where a call came from, for throttles only. `X-Forwarded-For` is a list to whose right end each proxy adds the
 * address it saw; only as many entries as there are proxies of our own can be believed.
 */
export function clientAddress(headers: Headers): string {
  const list = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = list[Math.max(0, list.length - 1 - trustedHops())] ?? '';
  return subjectOf(seen);
}

/**
 * Next keeps an `X-Forwarded-For` that the caller sent, and route handlers cannot see the socket. So the socket's own
 * address is put at the end of the list before Next sees the request, and without proxies nothing else stays.
 */
export function noteSocketAddresses(): void {
  processOnce('transport.socket_addresses', () => {
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: IncomingMessage };
      const socket = request.socket.remoteAddress ?? '';
      const said = request.headers['x-forwarded-for'];
      const list = said === undefined || trustedHops() === 0 ? [] : [said].flat();
      request.headers['x-forwarded-for'] = [...list, socket].join(', ');
    });
    return true;
  });
}
