import type { Locator, Page } from '@playwright/test';
import { painted } from './watch';

/** What was done to a page, and when by its own clock. */
export interface Press {
  what: string;
  at: number;
}

/** Letters, as an input method receives them: keys that are really pressed. */
const typed = 'loudao';
const limitMs = 20_000;
const disclosures = 'summary:visible';
const choices = 'label:visible:has(input[type=radio]), label:visible:has(input[type=checkbox])';
const fields = 'textarea:visible, input:visible:is([type=text], [type=search], [type=tel], :not([type]))';

/**
 * Uses a page with a finger as its reader does, without leaving it: `own` in turn, opens two disclosures, chooses, types
 * into the first field. On a page of links alone the heading is tapped, which is answered by nothing but the page itself.
 */
export async function pressThrough(page: Page, own: string[] = []): Promise<Press[]> {
  const done: Press[] = [];
  const press = async (what: string, act: () => Promise<unknown>) => {
    done.push({ what, at: await page.evaluate(() => performance.now()) });
    await act();
    await painted(page);
  };
  const tap = (what: string, target: Locator) => press(what, () => target.tap({ timeout: limitMs, noWaitAfter: true }));

  // Before anything is typed: what a button does may depend on the words beside it.
  for (const selector of own) await tap('own button', page.locator(selector).last());
  const folds = await page.locator(disclosures).all();
  for (const fold of folds.slice(0, 2)) await tap('disclosure', fold);
  const choice = page.locator(choices).first();
  if ((await choice.count()) > 0) await tap('choice', choice);
  const field = page.locator(fields).first();
  if ((await field.count()) > 0) {
    await tap('field', field);
    await press('typing', () => page.keyboard.type(typed, { delay: 80 }));
  }
  if (done.length === 0) await tap('heading', page.locator('h1:visible').first());
  return done;
}
