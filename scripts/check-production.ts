// Called by `npm start` after the migrations: what only the database can tell. Exits 1 with one sentence.
import { openEngine } from '@/db/client';
import { readSetting } from '@/lib/settings/queries/get-setting';

const engine = openEngine();
try {
  if (await readSetting(engine.reader, 'demo')) {
    process.stderr.write(
      '这个数据库是演示数据，账号密码人人都知道，不能用于正式运行；请换一个新的 DATABASE_URL。 / This database was made by the demo and its passwords are known; choose a new DATABASE_URL.\n',
    );
    process.exitCode = 1;
  }
} finally {
  await engine.close();
}
