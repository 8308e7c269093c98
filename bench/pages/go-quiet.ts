import type { Page, Request, Response } from '@playwright/test';

const quietMs = 500;

/**
 * Loads a page until nothing is on its way for half a second. A line that stays open by intent (server-sent events) is none of
 * what a page waits for, where Playwright's own `networkidle` would wait for it without end.
 */
export async function goQuiet(page: Page, url: string, timeout = 30_000): Promise<Response | null> {
  const open = new Set<Request>();
  let changed = performance.now();
  const begin = (request: Request) => {
    if (request.resourceType() === 'eventsource') return;
    open.add(request);
    changed = performance.now();
  };
  const end = (request: Request) => {
    if (open.delete(request)) changed = performance.now();
  };
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    const answer = await page.goto(url, { waitUntil: 'load', timeout });
    const until = performance.now() + timeout;
    while (open.size > 0 || performance.now() - changed < quietMs) {
      if (performance.now() > until) throw new Error(`${url} did not become quiet`);
      await page.waitForTimeout(50);
    }
    return answer;
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}
