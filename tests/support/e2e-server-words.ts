import type { FullResult, Reporter } from '@playwright/test/reporter';

/** What next-intl says on the server of a sentence that is missing or cannot be filled in; the page shows a key instead. */
const broken =
  /\b(MISSING_MESSAGE|MISSING_FORMAT|INSUFFICIENT_PATH|INVALID_MESSAGE|INVALID_KEY|FORMATTING_ERROR|ENVIRONMENT_FALLBACK)\b/;

/**
 * Fails the run when the server complained of its sentences. No page shows that as an error, and no test looks at every
 * sentence, but the server says it on its stderr, which Playwright hands to its reporters.
 */
export default class ServerWords implements Reporter {
  readonly found = new Set<string>();
  #rest = '';

  /** Of a test it is what the test itself said. Pieces end anywhere, so the last line waits for its end. */
  onStdErr(chunk: string | Buffer, test?: unknown): void {
    if (test) return;
    const lines = (this.#rest + chunk.toString()).split('\n');
    this.#rest = lines.pop() ?? '';
    this.#look(lines);
  }

  async onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    this.#look([this.#rest]);
    if (this.found.size === 0) return undefined;
    process.stdout.write(`\nThe server complained of its sentences:\n${[...this.found].join('\n')}\n`);
    return { status: 'failed' };
  }

  printsToStdio(): boolean {
    return false;
  }

  #look(lines: string[]): void {
    for (const line of lines) if (broken.test(line)) this.found.add(line.trim());
  }
}
