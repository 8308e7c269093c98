import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardOrigin } from '@/lib/transport/http';
import { isOwnOrigin, isUnsafe } from '@/lib/transport/origin';
import { clientAddress } from '@/lib/transport/peer-address';
import { contentSecurityPolicy, transportSecurity } from '@/lib/transport/security-headers';

afterEach(() => void vi.unstubAllEnvs());

describe('an origin', () => {
  it.each([
    [{ host: 'poli.example', origin: 'https://poli.example' }, true],
    [{ host: 'poli.example:8443', origin: 'https://poli.example:8443' }, true],
    [{ host: 'poli.example', origin: 'https://evil.example' }, false],
    [{ host: 'poli.example', origin: 'https://poli.example.evil.example' }, false],
    [{ host: 'poli.example', origin: 'https://poli.example:444' }, false],
    [{ host: 'poli.example', origin: 'null' }, false],
    [{ host: 'poli.example', origin: '' }, false],
    [{ host: 'poli.example', origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ host: 'poli.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ host: 'poli.example', 'sec-fetch-site': 'same-site' }, false],
    [{ host: 'poli.example', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: 'poli.example', referer: 'https://poli.example/x' }, false],
    [{ host: 'poli.example' }, false],
  ])('%j is own: %s', (headers, own) => {
    expect(isOwnOrigin(new Headers(headers))).toBe(own);
  });

  it('may be the public one behind a proxy that rewrites Host', () => {
    const behind = new Headers({ host: '127.0.0.1:3000', origin: 'https://poli.example' });
    expect(isOwnOrigin(behind)).toBe(false);
    vi.stubEnv('PUBLIC_ORIGIN', 'https://poli.example');
    expect(isOwnOrigin(behind)).toBe(true);
  });

  it('matters for methods that change something', () => {
    expect(['GET', 'head', 'OPTIONS', 'POST', 'put', 'DELETE'].map(isUnsafe)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('the guard of a handler', () => {
  const cookie = 'x=1; next-auth.session-token=abc';
  const guarded =
    (headers: Record<string, string>, method = 'POST') =>
    () =>
      guardOrigin(
        new Request('http://poli.example/report/submit', { method, headers: { host: 'poli.example', ...headers } }),
      );

  it('refuses a session’s cookie from another site, or from nowhere', () => {
    const refused = expect.objectContaining({ code: 'forbidden', reason: 'http.foreign_origin' });
    expect(guarded({ cookie, origin: 'https://evil.example' })).toThrow(refused);
    expect(guarded({ cookie })).toThrow(refused);
  });

  it('lets pass own pages, reading, bearer tokens, and callers without a session', () => {
    expect(guarded({ cookie, origin: 'http://poli.example' })).not.toThrow();
    expect(guarded({ cookie }, 'GET')).not.toThrow();
    expect(guarded({ cookie, authorization: 'Bearer x' })).not.toThrow();
    expect(guarded({ origin: 'https://evil.example' })).not.toThrow();
  });
});

describe('the address of a caller', () => {
  const address = (forwarded: string | null) =>
    clientAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }));

  it('is the socket’s, which stands last, and not what the caller says before it', () => {
    expect(address('198.51.100.7')).toBe('198.51.100.7');
    expect(address('1.2.3.4, 198.51.100.7')).toBe('198.51.100.7');
    expect(address(null)).toBe('unknown');
    expect(address('<script>')).toBe('unknown');
  });

  it('is what the outermost proxy of our own saw', () => {
    vi.stubEnv('TRUST_PROXY', '1');
    expect(address('1.2.3.4, 198.51.100.7, 10.0.0.1')).toBe('198.51.100.7');
    vi.stubEnv('TRUST_PROXY', '2');
    expect(address('198.51.100.7, 10.0.0.2, 10.0.0.1')).toBe('198.51.100.7');
    expect(address('10.0.0.1')).toBe('10.0.0.1');
    vi.stubEnv('TRUST_PROXY', 'yes');
    expect(address('1.2.3.4, 10.0.0.1')).toBe('10.0.0.1');
  });

  it('is one for a household: an IPv6 /64, a mapped IPv4, no port', () => {
    expect(address('::ffff:198.51.100.7')).toBe('198.51.100.7');
    expect(address('198.51.100.7:50123')).toBe('198.51.100.7');
    expect(address('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
    expect(address('2001:0db8:0001:0002:bbbb:0:0:9')).toBe('2001:db8:1:2::/64');
    expect(address('[2001:db8:1:2::5]:443')).toBe('2001:db8:1:2::/64');
    expect(address('::1')).toBe('0:0:0:0::/64');
  });
});

describe('the policy of a page', () => {
  it('lets run what carries the nonce, and nothing inline', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|upgrade-insecure/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('lets no script run without a nonce', () => {
    expect(contentSecurityPolicy(null)).toContain("script-src 'none'");
  });

  it('asks for https only where the site has it', () => {
    expect(transportSecurity()).toEqual({});
    vi.stubEnv('PUBLIC_ORIGIN', 'https://poli.example');
    expect(transportSecurity()).toHaveProperty('strict-transport-security');
    expect(contentSecurityPolicy('abc')).toContain('upgrade-insecure-requests');
  });
});
