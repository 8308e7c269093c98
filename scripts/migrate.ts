import { migrateDatabase } from '@/db/migrate';

// npm run migrate: brings the database that DATABASE_URL names to the newest migration.
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write('DATABASE_URL is not set: file:PATH for SQLite, postgres://… for PostgreSQL.\n');
  process.exit(2);
}
await migrateDatabase(url);
