import { test as base, expect } from '@playwright/test';

/**
 * Playwright's `test` for this project: it fails when a page throws, complains on its console, or gets a 5xx answer.
 * A test that provokes a complaint names it: `test.use({ allowedNoise: [/status of 409/] })`.
 */
export const test = base.extend<{ allowedNoise: RegExp[]; quietPages: undefined }>({
  allowedNoise: [[], { option: true }],
  quietPages: [
    async ({ context, allowedNoise }, use) => {
      const noise: string[] = [];
      context.on('console', (message) => {
        const level = message.type();
        if (level === 'error' || level === 'warning')
          noise.push(`console ${level}: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => noise.push(`page error: ${error.error().message}`));
      context.on('response', (response) => {
        if (response.status() >= 500) noise.push(`${response.status()} from ${response.url()}`);
      });
      await use(undefined);
      expect(
        noise.filter((line) => !allowedNoise.some((pattern) => pattern.test(line))),
        'noise of the pages',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
