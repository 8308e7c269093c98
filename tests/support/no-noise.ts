import { format } from 'node:util';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { noiseBook, settleNoise } from './noise';

const spoken = { error: console.error, warn: console.warn };
for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => {
    noiseBook().heard.push(`console.${level}: ${format(...args)}`);
  };
}

function settle(when: string) {
  const { unexpected, missing } = settleNoise(noiseBook());
  if (unexpected.length > 0) throw new Error(`console noise ${when}:\n${unexpected.join('\n')}`);
  if (missing.length > 0) throw new Error(`expected on the console ${when}, but not said: ${missing.join(', ')}`);
}

// Noise of the imports, which run before the first test.
beforeAll(() => settle('while the file was loaded'));
afterEach(() => settle('in this test'));
afterAll(() => {
  try {
    settle('after the last test');
  } finally {
    Object.assign(console, spoken);
  }
});
