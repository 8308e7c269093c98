// npm run create-admin -- LOGIN NAME AREA — the first system administrator of a production database. Prints the
// password once; all other accounts are made, and passwords set anew, at /admin.
import { openEngine } from '@/db/client';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { systemClock } from '@/lib/kernel/clock';
import { isDomainError } from '@/lib/kernel/errors';
import { createAccount } from '@/lib/people/commands/create-account';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { contextOn } from '@/lib/transport/runtime';

const [login, name, areaCode] = process.argv.slice(2);
if (!login || !name || !areaCode) {
  process.stderr.write(
    '用法 / usage: npm run create-admin -- LOGIN NAME AREA\n例如 / for example: npm run create-admin -- zhangsan 张三 320371003\n',
  );
  process.exit(2);
}
const engine = openEngine();
try {
  const ctx = contextOn({ engine, clock: systemClock }, { kind: 'system', name: 'import' });
  const { personId, password } = await createAccount(ctx, { displayName: name, login, kind: 'staff' });
  await grantMembership(ctx, { personId, role: 'system_admin', areaCode, validFrom: shanghaiDate(systemClock.now()) });
  process.stdout.write(`账号 / account: ${login}\n密码（只显示一次）/ password (shown once): ${password}\n`);
} catch (error) {
  if (!isDomainError(error)) throw error;
  process.stderr.write(`没有建成 / not made: ${error.reason}\n`);
  process.exitCode = 1;
} finally {
  await engine.close();
}
