import { randomUUID } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PublicContext } from '@/app/_board/board-kind';
import { deliberations } from '@/app/_board/deliberation-kind';
import type { Translate } from '@/app/_shell/translate';
import type { Reader } from '@/app/_track/viewer';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import zh from '@/messages/zh-CN.json';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs, hallAt, poli } from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' }) as PublicContext;
const reader: Reader = {
  locale: 'zh-CN',
  mode: 'standard',
  t: createTranslator({ locale: 'zh-CN', messages: zh, timeZone: 'Asia/Shanghai' }) as unknown as Translate,
};

it('shows red in public what was not answered in its three days, and seven days of notice on the first of them', async () => {
  const hall = await hallAt(c(), 'publish_resolution', { needsFiling: false, belowMarket: false });
  await publishResolution(hall.secretary, await hall.on());
  await objectToResolution(anyone(), { code: hall.code, clientId: randomUUID(), words: '收费的时间没有写清楚' });
  const page = async () => {
    const { body } = await deliberations.open(anyone(), reader, { code: hall.code, medium: 'screen' });
    return renderToStaticMarkup(body);
  };
  const daysLeft = async () => (await deliberations.onNotice?.(anyone(), reader, poli))?.[0]?.notice?.daysLeft;
  const late = /<p class="ink-cinnabar">有一条意见应在2024年1月\d+日前答复，已经超过/;
  expect([await daysLeft(), late.test(await page())]).toEqual([7, false]);
  c().clock.advance(3 * dayMs);
  expect([await daysLeft(), late.test(await page())]).toEqual([5, false]);
  c().clock.advance(dayMs);
  expect([await daysLeft(), late.test(await page())]).toEqual([4, true]);
  // The last day of notice is one of them; the day after, there is none.
  c().clock.advance(3 * dayMs);
  expect(await daysLeft()).toBe(1);
  c().clock.advance(dayMs);
  expect(await daysLeft()).toBeUndefined();
});
