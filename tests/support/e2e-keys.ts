import type { Page } from '@playwright/test';

/**
 * Presses Alt and a key as a keyboard does. Playwright's own `press` leaves out the character event, and it is that one
 * by which Chromium knows an access key.
 */
export async function pressAccessKey(page: Page, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const upper = key.toUpperCase();
  const code = /\d/.test(key) ? `Digit${key}` : `Key${upper}`;
  const event = { modifiers: 1, key, code, windowsVirtualKeyCode: upper.charCodeAt(0) };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'char', ...event, text: key, unmodifiedText: key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}

/** A keyboard that counts: what is typed as text, and every other key that is needed on the way. */
export function countingKeyboard(page: Page) {
  let keys = 0;
  return {
    get keys() {
      return keys;
    },
    type: (text: string) => page.keyboard.type(text),
    async press(key: string): Promise<void> {
      keys++;
      await page.keyboard.press(key);
    },
    async access(key: string): Promise<void> {
      keys++;
      await pressAccessKey(page, key);
    },
  };
}

/** Id of the control that has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** The sheets of paper that the page prints as, in millimetres. */
export async function printed(page: Page): Promise<{ width: number; height: number }[]> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return boxes.map(([, width, height]) => ({ width: millimetres(width), height: millimetres(height) }));
}
