/** What reached `console.error` and `console.warn` since the last look, and what the running test said it expects. */
interface NoiseBook {
  heard: string[];
  expected: RegExp[];
}

// One book a worker: a setup file and the test that imports this module may be two instances of it.
const key = Symbol.for('poyoushuofa.tests.noise');
const holder = globalThis as typeof globalThis & { [key]?: NoiseBook };

export function noiseBook(): NoiseBook {
  holder[key] ??= { heard: [], expected: [] };
  return holder[key];
}

/**
 * Says that the running test makes the program complain on the console in words that match `pattern`.
 * The test fails when the complaint does not come, as it fails on any other one.
 */
export function expectNoise(pattern: RegExp): void {
  noiseBook().expected.push(pattern);
}

/** Splits what was heard: complaints nobody expected, and expected ones that did not come. Empties the book. */
export function settleNoise(book: NoiseBook): { unexpected: string[]; missing: string[] } {
  const unexpected = book.heard.filter((line) => !book.expected.some((pattern) => pattern.test(line)));
  const missing = book.expected.filter((pattern) => !book.heard.some((line) => pattern.test(line))).map(String);
  book.heard = [];
  book.expected = [];
  return { unexpected, missing };
}
