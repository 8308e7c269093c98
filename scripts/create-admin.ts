// npm run create-admin -- LOGIN NAME AREA — the first system administrator of a production database. Prints the
// password once; all other accounts come with a community (npm run load-community) or are made at /admin.
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { createAccount } from '@/lib/people/commands/create-account';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { onInstallation } from './open-installation';

const [login, name, areaCode] = process.argv.slice(2);
if (!login || !name || !areaCode) {
  process.stderr.write(
    '用法 / usage: npm run create-admin -- LOGIN NAME AREA\n例如 / for example: npm run create-admin -- zhangsan 张三 320371003\n',
  );
  process.exit(2);
}
process.exitCode = await onInstallation(async (outer) => {
  // An account without its role would be nobody's: both or neither.
  const password = await outer.transaction(async (tx) => {
    const ctx = { ...outer, db: tx, transaction: <T>(fn: (own: typeof tx) => Promise<T>) => fn(tx) };
    const made = await createAccount(ctx, { displayName: name, login, kind: 'staff' });
    const validFrom = shanghaiDate(ctx.now());
    await grantMembership(ctx, { personId: made.personId, role: 'system_admin', areaCode, validFrom });
    return made.password;
  });
  process.stdout.write(`账号 / account: ${login}\n密码（只显示一次）/ password (shown once): ${password}\n`);
  return 0;
});
