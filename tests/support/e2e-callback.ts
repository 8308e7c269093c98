import { expect, type Page } from '@playwright/test';
import { say } from './e2e-words';

export interface HeardCall {
  contactedInTime: 'yes' | 'no';
  solved: 'yes' | 'partly' | 'no';
  level: 1 | 2 | 3 | 4 | 5;
  words: string;
}

/** On the page of an order: they were reached by phone, and what they said is kept. */
export async function recordCall(page: Page, heard: HeardCall): Promise<void> {
  const choose = (name: string, key: string) =>
    page
      .locator(`input[name="${name}"]`)
      .and(page.getByRole('radio', { name: say(key), exact: true }))
      .check();
  await choose('reached', 'callback.reached.yes');
  await choose('contactedInTime', `callback.contacted.${heard.contactedInTime}`);
  await choose('solved', `callback.solved.${heard.solved}`);
  await choose('stars', `state.level.${heard.level}`);
  const words = page.getByLabel(say('callback.words'));
  await words.fill(heard.words);
  // A reload in the middle of the call loses none of it.
  await page.reload();
  await expect(words).toHaveValue(heard.words);
  await words.focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(say('desk.done.callback'), { exact: true })).toBeVisible();
}

/** Calls a verb by its address, as somebody would who does not find the button. @returns the status of the answer */
export const callVerb = (page: Page, number: string, action: string, body: Record<string, unknown>): Promise<number> =>
  page.evaluate(
    async ({ number, action, body }) => {
      const { version } = (await (await fetch(`/api/v1/orders/${number}`)).json()) as { version: number };
      const sent = JSON.stringify({ clientId: crypto.randomUUID(), version, ...body });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/api/v1/orders/${number}/actions/${action}`, { method: 'POST', headers, body: sent }))
        .status;
    },
    { number, action, body },
  );

/** Told in 我 of an order; the line comes with the worker's next round. */
export async function isToldOf(page: Page, number: string, words: string): Promise<void> {
  await expect(async () => {
    await page.goto('/me?notices=all');
    const line = page.locator('#notices').getByText(words).locator('xpath=ancestor-or-self::li[1]');
    await expect(line.filter({ hasText: number }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}
