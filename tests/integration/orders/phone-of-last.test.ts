import { describe, expect, it, vi } from 'vitest';
import { phoneOfLast } from '@/lib/orders/queries/phone-of-last';
import { sharedCommunity } from '@/tests/support/community';
import { submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const phones = ['10081230001', '10081230002'] as const;
let addresses = 0;
const browser = () => c().ctx({ kind: 'anonymous' }, { caller: { address: `192.0.2.${++addresses}` } });

async function sent() {
  const older = await submitted(c(), { contact: { phone: phones[0] } });
  const newer = await submitted(c(), { contact: { phone: phones[1] } });
  return { older: older.queryCode, newer: newer.queryCode };
}

describe('the phone of what a browser sent last', () => {
  it('is that of the first code, and costs one read whatever else the browser remembers', async () => {
    const { older, newer } = await sent();
    const ctx = browser();
    const reads = vi.spyOn(ctx.db, 'select');
    expect(await phoneOfLast(ctx, { codes: [newer, older, older, older, older] })).toBe(phones[1]);
    expect(reads).toHaveBeenCalledTimes(1);
    expect(await phoneOfLast(ctx, { codes: [older, newer] })).toBe(phones[0]);
    expect(await phoneOfLast(ctx, { codes: [] })).toBeNull();
    expect(await phoneOfLast(ctx, { codes: ['no code'] })).toBeNull();
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('is not that of an anonymous report, which is passed over, nor of one for the community alone', async () => {
    const { older } = await sent();
    const hidden = await submitted(c(), { anonymous: true, contact: undefined });
    expect(await phoneOfLast(browser(), { codes: [hidden.queryCode, older] })).toBe(phones[0]);
    const quiet = await submitted(c(), { confidential: true, contact: { phone: phones[1] } });
    expect(await phoneOfLast(browser(), { codes: [quiet.queryCode, older] })).toBeNull();
  });

  it('is given for no guessed code, and guessing is stopped', async () => {
    const { older } = await sent();
    const ctx = browser();
    for (let i = 0; i < 30; i++) expect(await phoneOfLast(ctx, { codes: ['ZZZZZZZZZZ', older] })).toBeNull();
    await expect(phoneOfLast(ctx, { codes: ['ZZZZZZZZZZ'] })).rejects.toMatchObject({ reason: 'throttle.lookup' });
    expect(await phoneOfLast(ctx, { codes: [older] })).toBe(phones[0]);
  });
});
