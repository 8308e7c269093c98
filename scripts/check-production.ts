// Called by `npm start` after the migrations: what only the database can tell, and the reference data that every
// installation needs (taxonomy, working calendars; idempotent). Exits 1 with one sentence.
import { openEngine } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { contextOn } from '@/lib/transport/runtime';
import { loadReferenceData } from '@/seeds/reference-data';

const engine = openEngine();
try {
  if (await readSetting(engine.reader, 'demo')) {
    process.stderr.write(
      '这个数据库是演示数据，账号密码人人都知道，不能用于正式运行；请换一个新的 DATABASE_URL。 / This database was made by the demo and its passwords are known; choose a new DATABASE_URL.\n',
    );
    process.exitCode = 1;
  } else {
    await loadReferenceData(contextOn({ engine, clock: systemClock }, { kind: 'system', name: 'import' }));
  }
} finally {
  await engine.close();
}
