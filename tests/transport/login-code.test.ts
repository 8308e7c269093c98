import { beforeAll, describe, expect, it, vi } from 'vitest';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { apiServer } from '@/tests/support/api-server';

const s = apiServer();
beforeAll(() => changeSetting(s().ctx(), { key: 'demo', value: true }));

describe('POST /login/code', () => {
  it('asks for a code with a number alone, and lets the resident of the register in with both', async () => {
    const caller = s().anybody();
    const asked = await caller.post('/login/code', { phone: '10000000001' });
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({ resendAfterSeconds: 60, validSeconds: 300 });
    const opened = await caller.post('/login/code', { phone: '100 0000 0001', code: asked.body.shown });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.body.me).toMatchObject({ account: 'wangguilan', abilities: [], firstScreen: '/' });
    const signedIn = s().anybody({ authorization: `Bearer ${opened.body.token}` });
    expect((await signedIn.get('/me')).body).toEqual(opened.body.me);

    // The same again opens nothing more.
    const again = await caller.post('/login/code', { phone: '10000000001', code: asked.body.shown });
    expect(again).toMatchObject({ status: 401, body: { reason: 'login.code_over' } });
  });

  it('keeps what a new resident sends for every device on which they sign in', async () => {
    const phone = '10000000777';
    const enter = async () => {
      const { body } = await s().anybody().post('/login/code', { phone });
      const opened = await s().anybody().post('/login/code', { phone, code: body.shown });
      return s().anybody({ authorization: `Bearer ${opened.body.token}` });
    };
    const report = { words: '路灯不亮', place: { areaCode: '320371003208001' }, contact: { phone } };
    const before = await s()
      .anybody()
      .post('/orders', { ...report, clientId: crypto.randomUUID() });
    expect(before.status).toBe(201);
    const first = await enter();
    expect((await first.get('/me')).body).toMatchObject({ account: null, name: '100****0777', memberships: [] });
    const sent = await first.post('/orders', { ...report, words: '垃圾没人收', clientId: crypto.randomUUID() });
    expect(sent.status).toBe(201);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    const second = await enter();
    vi.useRealTimers();
    const mine = await second.get('/orders?view=requested');
    // The one sent before without signing in stays with its code: a number may have had another owner.
    expect(mine.body.items.map(({ code }: { code: string }) => code)).toEqual([sent.body.code]);
  });

  it('says what is wrong in words: shape, a second code too soon, staff', async () => {
    const caller = s().anybody();
    expect(await caller.post('/login/code', { phone: '12' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'phone', reason: 'input.not_a_phone' }] },
    });
    expect(await caller.post('/login/code', { phone: '10000000002', code: '12' })).toMatchObject({ status: 422 });
    await caller.post('/login/code', { phone: '10000000002' });
    const soon = await caller.post('/login/code', { phone: '10000000002' });
    expect(soon).toMatchObject({ status: 429, body: { reason: 'throttle.code_resend' } });
    expect(Number(soon.headers.get('retry-after'))).toBeGreaterThan(50);
  });

  it('is not there where no message can be sent', async () => {
    await changeSetting(s().ctx(), { key: 'demo', value: false });
    expect(await s().anybody().post('/login/code', { phone: '10000000003' })).toMatchObject({
      status: 404,
      body: { reason: 'login.code_off' },
    });
    await changeSetting(s().ctx(), { key: 'demo', value: true });
  });
});
