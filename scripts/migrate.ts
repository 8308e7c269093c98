import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openEngine, sqliteFile } from '@/db/client';
import { engineKind } from '@/db/dialect';
import { migrateDatabase } from '@/db/migrate';
import { systemClock } from '@/lib/kernel/clock';
import { indexOrders } from '@/lib/orders/commands/index-orders';
import { contextOn } from '@/lib/transport/runtime';

// npm run migrate: brings the database that DATABASE_URL names to the newest migration, and makes it where there is none;
// then makes what was there before the index of words findable by it. Cut short, it goes on where it stopped.
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write('DATABASE_URL is not set: file:PATH for SQLite, postgres://… for PostgreSQL.\n');
  process.exit(2);
}
if (engineKind === 'sqlite') mkdirSync(path.dirname(path.resolve(sqliteFile(url))), { recursive: true });
await migrateDatabase(url);
const engine = openEngine(url);
try {
  const written = await indexOrders(contextOn({ engine, clock: systemClock }, { kind: 'system', name: 'import' }));
  if (written > 0) process.stdout.write(`${written} 件工单可以按字查了 / orders can be searched by their words\n`);
} finally {
  await engine.close();
}
