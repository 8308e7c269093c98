import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** One vitest project; every one fails on console noise (tests/support/no-noise.ts). */
function project(
  name: string,
  options: { setup?: string[]; globalSetup?: string[]; engine?: 'sqlite' | 'postgres'; testTimeout?: number },
) {
  const folder = name.startsWith('integration-') ? 'integration' : name;
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${folder}/**/*.test.{ts,tsx,mjs}`],
      setupFiles: ['tests/support/no-noise.ts', ...(options.setup ?? [])],
      globalSetup: options.globalSetup ?? [],
      ...(options.testTimeout ? { testTimeout: options.testTimeout } : {}),
      env: options.engine ? { TEST_ENGINE: options.engine } : {},
    },
  };
}

const onEngine = (engine: 'sqlite' | 'postgres') => ({
  engine,
  // Before any test imports `#dialect`, which binds to the engine that DATABASE_URL names.
  setup: ['tests/support/bind-engine.ts'],
  globalSetup: [`tests/support/${engine}-template.ts`],
});

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: '#dialect', replacement: `${root}db/dialect/index.ts` },
    ],
  },
  test: {
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      // Each parses the whole project: how long that takes is the machine's business, and no rule.
      project('architecture', { testTimeout: 240_000 }),
      project('unit', {}),
      project('integration-sqlite', onEngine('sqlite')),
      project('integration-postgres', onEngine('postgres')),
      project('transport', onEngine('sqlite')),
    ],
  },
});
