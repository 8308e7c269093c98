import * as postgres from './postgres';
import * as sqlite from './sqlite';

/** Which engine this process talks to: PostgreSQL when `DATABASE_URL` says so, else SQLite. */
export const engineKind: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgres'
  : 'sqlite';

// The project's only dialect cast. `tsc -p tsconfig.postgres.json` compiles the same files with
// PostgreSQL's types, so what compiles twice is the common subset and the cast is proven, not believed.
const dialect = (engineKind === 'postgres' ? postgres : sqlite) as typeof sqlite;

export const { boolean, index, instant, integer, json, primaryKey, real, table, text, uniqueIndex } = dialect;
export type { Database } from './sqlite';
