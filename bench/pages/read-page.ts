import type { BrowserContext } from '@playwright/test';
import type { Weight } from './budgets';
import { weigher } from './bytes';
import { goQuiet } from './go-quiet';
import { slowDown } from './phone';
import { pressThrough } from './press';
import { clsOf, inpOf, lcpOf, tbtOf, worstPress } from './vitals';
import { seenBy, watch } from './watch';

export interface Reading {
  weight: Weight;
  /** Milliseconds. */
  lcp: number;
  tbt: number;
  inp: number;
  cls: number;
  /** What was pressed when the page answered latest; '' where every answer was too fast to be told. */
  worst: string;
}

export interface ReadOptions {
  /** On the old phone and the bad line of `slowness`. */
  slow: boolean;
  /** Pressed besides what every page is pressed on. */
  presses?: string[];
}

const limitMs = 60_000;

/** @throws with `fault` when it takes longer than any page may */
async function inTime<T>(work: Promise<T>, fault: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(fault)), 2 * limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Loads a page with nothing cached until it is quiet, then uses it. @throws when it is not answered with 200 */
export async function readPage(context: BrowserContext, url: string, { slow, presses }: ReadOptions): Promise<Reading> {
  const page = await context.newPage();
  try {
    if (slow) await slowDown(page);
    await watch(page);
    const weigh = await weigher(page);
    const answer = await goQuiet(page, url, limitMs);
    if (answer?.status() !== 200) throw new Error(`GET ${url} was answered ${answer?.status()}`);
    const loaded = await seenBy(page);
    const weight = await weigh();
    // A page that was left by a press answers nothing any more.
    const pressed = await inTime(pressThrough(page, presses), `${url} was pressed and did not answer`);
    const { seen } = await seenBy(page);
    const worst = worstPress(seen);
    return {
      weight,
      lcp: lcpOf(loaded.seen),
      tbt: tbtOf(loaded.seen, loaded.now),
      inp: inpOf(seen),
      cls: clsOf(seen),
      worst: worst ? (pressed.findLast(({ at }) => at <= worst.startTime)?.what ?? '') : '',
    };
  } finally {
    await page.close();
  }
}
