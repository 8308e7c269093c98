import { createTranslator } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ServerWords from '../../support/e2e-server-words';

afterEach(() => vi.restoreAllMocks());

/** What a page that asks for it makes next-intl complain of. */
function complaint(messages: Record<string, string>, key: string): string {
  let said = '';
  createTranslator({ locale: 'zh-CN', messages, onError: (error) => (said = String(error)) })(key);
  return said;
}

describe('what the server says of its sentences', () => {
  it('fails the run, also when it comes in pieces', async () => {
    const told = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const complaints = [complaint({ a: 'one' }, 'b'), complaint({ a: '{count, number} left {name}' }, 'a')];
    expect(complaints).toEqual([expect.stringMatching(/MISSING_MESSAGE/), expect.stringMatching(/FORMATTING_ERROR/)]);
    for (const words of complaints) {
      const run = new ServerWords();
      run.onStdErr(`[WebServer] ${words.slice(0, 12)}`);
      run.onStdErr(Buffer.from(`${words.slice(12)}\n[WebServer]    at page.js\n`));
      expect(await run.onEnd()).toEqual({ status: 'failed' });
      expect(told.mock.lastCall?.[0]).toContain(words.split('\n')[0]);
    }
  });

  it('fails nothing where it speaks of something else, or a test says it', async () => {
    const run = new ServerWords();
    run.onStdErr('[WebServer] {"level":"error","requestId":"1","message":"disk full"}\n');
    run.onStdErr('MISSING_MESSAGE is what this test provokes\n', {});
    expect(await run.onEnd()).toBeUndefined();
  });
});
