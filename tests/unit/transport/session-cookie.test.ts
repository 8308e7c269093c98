import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  authSecret,
  hasSessionCookie,
  mintSessionCookie,
  readSessionCookie,
  sessionCookieName,
  sessionCookieOptions,
} from '@/lib/transport/session-cookie';

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-a-test-and-nothing-else');
  vi.stubEnv('PUBLIC_ORIGIN', 'http://localhost:3000');
  return () => vi.unstubAllEnvs();
});

const withCookie = (cookie: string) => new Headers({ cookie });
const inAnHour = () => Date.now() + 3_600_000;

describe('the cookie of a session', () => {
  it('carries the id of the row, encrypted, and lives as long as the row', async () => {
    const { name, value, maxAge } = await mintSessionCookie('session-1', inAnHour());
    expect(name).toBe('next-auth.session-token');
    expect(maxAge).toBeGreaterThan(3590);
    expect(Buffer.from(value, 'base64url').toString()).not.toContain('session-1');
    expect(await readSessionCookie(withCookie(`a=b; ${name}=${value}; c=d`))).toBe('session-1');
  });

  it('is nothing when it was changed, made with another secret, over, or absent', async () => {
    const { name, value } = await mintSessionCookie('session-1', inAnHour());
    const at = value.length - 8;
    const changed = value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1);
    expect(await readSessionCookie(withCookie(`${name}=${changed}`))).toBeNull();
    expect(await readSessionCookie(withCookie(`${name}=nonsense`))).toBeNull();
    expect(await readSessionCookie(new Headers())).toBeNull();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 });
    expect(await readSessionCookie(withCookie(`${name}=${value}`))).toBeNull();
    vi.useRealTimers();
    vi.stubEnv('NEXTAUTH_SECRET', 'another-secret-of-the-same-test');
    expect(await readSessionCookie(withCookie(`${name}=${value}`))).toBeNull();
    expect(hasSessionCookie(withCookie(`${name}=${value}`))).toBe(true);
  });

  it('is for https only where the site has it, and never for scripts', () => {
    expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
    vi.stubEnv('PUBLIC_ORIGIN', 'https://poli.example');
    expect(sessionCookieName()).toBe('__Secure-next-auth.session-token');
    expect(sessionCookieOptions().secure).toBe(true);
  });

  it('is never made without a secret', () => {
    vi.stubEnv('NEXTAUTH_SECRET', '');
    expect(authSecret).toThrow(/NEXTAUTH_SECRET/);
  });
});
