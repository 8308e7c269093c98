import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sqliteFile } from '@/db/client';
import { engineKind } from '@/db/dialect';
import { migrateDatabase } from '@/db/migrate';

// npm run migrate: brings the database that DATABASE_URL names to the newest migration, and makes it where there is none.
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write('DATABASE_URL is not set: file:PATH for SQLite, postgres://… for PostgreSQL.\n');
  process.exit(2);
}
if (engineKind === 'sqlite') mkdirSync(path.dirname(path.resolve(sqliteFile(url))), { recursive: true });
await migrateDatabase(url);
