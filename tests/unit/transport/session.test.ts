import { describe, expect, it, vi } from 'vitest';
import { currentContext } from '@/lib/transport/session';

// As `next build` answers when it renders a page ahead of any request.
vi.mock('next/headers', () => ({
  headers: async () => {
    throw new Error('this page needs a request');
  },
}));

describe('a page that is built before there is a request', () => {
  it('asks for the request first: no database is opened, and none is missed on the console', async () => {
    vi.stubEnv('DATABASE_URL', '');
    await expect(currentContext()).rejects.toThrow('this page needs a request');
    vi.unstubAllEnvs();
  });
});
