import { defineConfig } from 'drizzle-kit';

const engine = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite';

// Run through `npm run db:generate`, which does both engines; drizzle-kit's loader resolves `@/…` and `#dialect`.
export default defineConfig({
  dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
  schema: ['./lib/*/tables.ts', './lib/*/*/tables.ts'],
  // Relative always: drizzle-kit reads an absolute folder wrongly.
  out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${engine}`,
});
