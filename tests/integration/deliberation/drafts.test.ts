import { describe, expect, it } from 'vitest';
import { annulMeeting } from '@/lib/deliberation/commands/annul-meeting';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { listDeliberations } from '@/lib/deliberation/queries/list-deliberations';
import { sharedCommunity } from '@/tests/support/community';
import { openHall } from '@/tests/support/deliberations';

const c = sharedCommunity();

describe('a draft', () => {
  it('is there for who votes on it while the meeting is open, alone and in lists, and for no other resident', async () => {
    const hall = await openHall(c());
    const body = 'party_committee' as const;
    const place = '党群服务中心';
    const heldAt = c().clock.now();
    await conveneMeeting(hall.clerk, { ...(await hall.on()), body, heldAt, place, web: true, votesUntil: heldAt });
    const committee = [
      { name: '刘洋', account: 'liuyang' },
      { name: '马丽', seat: 'probationary' as const, account: 'mali' },
    ];
    await enterRoll(hall.clerk, { ...(await hall.on()), seats: committee });
    const sees = async (who: string) => {
      const ctx = await c().as(who);
      const { items } = await listDeliberations(ctx, {});
      const one = await getDeliberation(ctx, { code: hall.code }).catch(() => null);
      return [items.some(({ code }) => code === hall.code), one !== null];
    };
    expect(await sees('liuyang')).toEqual([false, false]);
    await freezeRoll(hall.clerk, await hall.on());
    expect(await sees('liuyang')).toEqual([true, true]);
    expect(await sees('mali')).toEqual([false, false]);
    expect(await sees('wangguilan')).toEqual([false, false]);
    await annulMeeting(hall.secretary, { ...(await hall.on()), reason: '名单有误，重新召集' });
    expect(await sees('liuyang')).toEqual([false, false]);
  });
});
