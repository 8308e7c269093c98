import { describe, expect, it } from 'vitest';
import { loadSlip } from '@/app/_desk/slip/load-slip';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { sharedCommunity } from '@/tests/support/community';
import { placeInC } from '@/tests/support/orders';

const c = sharedCommunity();

describe('the slip', () => {
  it('of a complaint about the desk itself is printed once by who typed it, who sees the order no more', async () => {
    const actor = await c().actor('chenchen');
    const ctx = { ...c().ctx(actor), actor };
    const made = await submitOrder(ctx, {
      item: '1403',
      words: '大厅窗口两次没有人。',
      place: placeInC,
      about: { unit: 'PL-COMM' },
      anonymous: true,
      proxy: { knownBy: 'in_person', consentAt: '2024-01-15T08:10:00+08:00' },
      clientId: newId(),
    });
    const secret = { queryCode: made.queryCode, pin: made.pin };
    const slip = await loadSlip(ctx, made.code, secret, 'https://example.test');
    expect(slip).toMatchObject({ code: made.code, secret, trackUrl: `https://example.test/t/${made.queryCode}` });
    const unseen = { code: 'not_found' };
    await expect(loadSlip(ctx, made.code, null, 'https://example.test')).rejects.toMatchObject(unseen);
    // A code opens the slip of its own order alone.
    await expect(loadSlip(ctx, 'PL20240115-9999', secret, 'https://example.test')).rejects.toMatchObject(unseen);
  });
});
