import { describe, expect, it } from 'vitest';
import { loadPeople } from '@/lib/people/commands/load-people';
import { firstScreen } from '@/lib/people/policy';
import { findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { loadActor } from '@/lib/people/queries/load-actor';
import { demoPeople } from '@/seeds/demo/people';
import { testDatabase } from '@/tests/support/test-database';
import { password } from './register';

const community = '320371003208';

describe('the people of the demo', () => {
  it('land on the screen of their role, and their branches verify their quarters', async () => {
    const db = await testDatabase();
    const { personIdByLogin } = await loadPeople(db.ctx(), { register: demoPeople([]), password });
    const land = async (account: string) => {
      const actor = await loadActor(db.ctx(), { personId: personIdByLogin.get(account) ?? '' });
      return actor ? firstScreen(actor) : 'nobody';
    };
    const screens = {
      '/desk': ['limin', 'chenchen', 'shuji', 'jiedao'],
      '/handle': ['zhaoqiang', 'fangmin', 'gongshui', 'huanwei', 'chengguan', 'gaofeng', 'dingsheng', 'xuwende'],
      '/verify': ['heping', 'luping', 'zhengshucheng', 'tangyue'],
      '/volunteer': ['liuyang', 'mali'],
      '/admin': ['admin', 'auditor'],
      '/oversight': ['dujuan'],
      '/': ['wangguilan', 'zhoujianguo', 'annakeller', 'sunxiuying'],
    };
    for (const [screen, logins] of Object.entries(screens)) {
      for (const login of logins) expect(await land(login), login).toBe(screen);
    }

    const inCharge = async (cell: string, on?: string) =>
      (await findBranchInCharge(db.ctx(), { cellCode: community + cell, on })).org?.nameZh;
    expect(await inCharge('005')).toBe('第三支部');
    expect(await inCharge('901')).toBe('坡里社区党总支');
    // The temporary branch of the park has no verifier, so the general branch looks at the ground all the time.
    expect(await inCharge('901', '2024-05-01')).toBe('坡里社区党总支');
  });
});
