import type { Page } from '@playwright/test';

/** One entry of the browser's own performance timeline; times in milliseconds since the page was asked for. */
export interface Entry {
  name: string;
  startTime: number;
  duration: number;
  /** Of a layout shift. */
  value?: number;
  hadRecentInput?: boolean;
  /** Of an event: 0 or missing where it belongs to no press. */
  interactionId?: number;
}

export const watched = ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask', 'event'] as const;
export type Seen = Record<(typeof watched)[number], Entry[]>;

/** Events that are answered sooner are not told; the least that the browser allows. */
export const leastTold = 16;

declare global {
  interface Window {
    benchSeen: Seen;
  }
}

/** Collects the timeline of `page` from its first byte on. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(
    ({ types, durationThreshold }) => {
      // The function travels as text: nothing in here may have a name that the compiler wants to keep.
      window.benchSeen = Object.fromEntries(types.map((type) => [type, []])) as unknown as Window['benchSeen'];
      for (const type of types) {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.benchSeen[type].push(entry.toJSON());
        }).observe({ type, buffered: true, durationThreshold } as PerformanceObserverInit);
      }
    },
    { types: [...watched], durationThreshold: leastTold },
  );
}

/** What was seen so far, and the page's own time. */
export const seenBy = (page: Page): Promise<{ seen: Seen; now: number }> =>
  page.evaluate(() => ({ seen: window.benchSeen, now: performance.now() }));

/** Waits until what was pressed is painted and told. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
      }),
  );
