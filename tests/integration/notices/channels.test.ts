import { describe, expect, it, vi } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { resendDeliveries } from '@/lib/notices/commands/resend-deliveries';
import { resendMessages } from '@/lib/notices/commands/resend-messages';
import { testChannel } from '@/lib/notices/commands/test-channel';
import { mostTries } from '@/lib/notices/pace';
import { listChannels } from '@/lib/notices/queries/list-channels';
import { listDeadDeliveries } from '@/lib/notices/queries/list-dead-deliveries';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';
import { enqueue } from '@/lib/outbox/store';
import { outboxMessage } from '@/lib/outbox/tables';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { drainOutbox } from '@/lib/worker/drain';
import { community } from '@/tests/support/community';
import { submitted } from '@/tests/support/orders';
import { mailServer } from '@/tests/support/other-side';
import { everyChannel, morning, poliCode, postOf } from '@/tests/support/outside';

// Walks of many steps on a database of their own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;

describe('the administrator of channels', () => {
  it('sees which are on and how each does, none of their secrets, and nobody else sees any of it', async () => {
    const c = await community();
    const mail = await mailServer();
    const side = await everyChannel({
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      EMAIL_FROM: 'desk@poli.example',
      [`EMAIL_TO_${poliCode}`]: 'team@poli.example',
    });
    const admin = await c.as('admin');
    await submitted(c);
    await postOf(c).all(morning);
    side.state.down = true;
    await submitted(c);
    await postOf(c).at(morning + hour);
    await changeSetting(c.ctx(), { key: 'channel.dingtalk', value: false });

    const found = await listChannels(admin);
    const by = new Map(found.map((view) => [view.channel, view]));
    expect([...by.keys()]).toEqual(['sms', 'wecom', 'dingtalk', 'email', 'webhook']);
    expect(by.get('wecom')).toMatchObject({
      isOn: true,
      waiting: 1,
      dead: 0,
      lastSentAt: morning,
      lastFailure: { at: morning + hour, why: 'http 503' },
    });
    expect(by.get('dingtalk')?.isOn).toBe(false);
    expect(by.get('email')).toMatchObject({ waiting: 0, lastSentAt: morning + hour, lastFailure: null });
    expect(mail.letters).toHaveLength(2);
    expect(JSON.stringify(found)).not.toMatch(/SECx|s3cret|plain secret|access_token|key=k|team@/);

    for (const who of ['limin', 'auditor', 'shuji']) {
      const ctx = await c.as(who);
      const clientId = newId();
      for (const tried of [
        () => listChannels(ctx),
        () => listDeadDeliveries(ctx),
        () => resendDeliveries(ctx, {}),
        () => resendMessages(ctx, {}),
        () => testChannel(ctx, { channel: 'wecom', target: poliCode, clientId }),
      ]) {
        await expect(tried()).rejects.toMatchObject({ code: 'forbidden', reason: 'outbox.admin_only' });
      }
    }
  });

  it('tests a channel with the very words that were shown, once for two presses; a failed test is no dead letter', async () => {
    const c = await community();
    const side = await everyChannel();
    const admin = await c.as('admin');
    const shown = (await listChannels(admin)).find(({ channel }) => channel === 'wecom')?.test;
    const clientId = newId();
    const press = () => testChannel(admin, { channel: 'wecom', target: poliCode, clientId });
    await Promise.all([press(), press()]);
    await postOf(c).all(Date.parse('2030-01-10T23:30:00+08:00'));
    expect(side.heard).toHaveLength(1);
    const { content } = JSON.parse(side.heard[0]?.body ?? '').markdown;
    for (const words of [shown?.title, ...(shown?.lines ?? []), shown?.link?.url]) expect(content).toContain(words);
    const audited = await c.engine.reader.select().from(auditEntry);
    expect(audited.filter(({ action }) => action === 'channel.tested')).toHaveLength(1);

    side.state.down = true;
    await testChannel(admin, { channel: 'webhook', target: 'receiver', clientId: newId() });
    await postOf(c).all(morning + 24 * hour);
    expect(await listDeadDeliveries(admin)).toEqual([]);
    const hook = (await listChannels(admin)).find(({ channel }) => channel === 'webhook');
    expect(hook).toMatchObject({ waiting: 0, dead: 0, lastFailure: { why: 'http 503' } });

    await changeSetting(c.ctx(), { key: 'channel.wecom', value: false });
    const off = testChannel(admin, { channel: 'wecom', target: poliCode, clientId: newId() });
    await expect(off).rejects.toMatchObject({ code: 'conflict', reason: 'channel.off' });
    const nowhere = testChannel(admin, { channel: 'dingtalk', target: '000000000', clientId: newId() });
    await expect(nowhere).rejects.toMatchObject({ code: 'conflict', reason: 'channel.off' });
  });

  it('reads why each message was given up, without its order, and sends one or all again', async () => {
    const c = await community();
    const side = await everyChannel();
    const admin = await c.as('admin');
    const order = await submitted(c);
    side.state.down = true;
    for (let i = 0; i < mostTries; i++) await postOf(c).at(morning + i * hour);
    const dead = await listDeadDeliveries(admin);
    expect(dead.map(({ channel, lastError }) => `${channel} ${lastError}`).toSorted()).toEqual([
      'dingtalk http 503',
      'webhook http 503',
      'wecom http 503',
    ]);
    expect(JSON.stringify(dead)).not.toContain(order.code);
    side.state.down = false;
    side.heard.length = 0;
    expect(await resendDeliveries(admin, { id: dead[0]?.id })).toBe(1);
    expect(await Promise.all([resendDeliveries(admin, {}), resendDeliveries(admin, {})])).toEqual(
      expect.arrayContaining([2, 0]),
    );
    await postOf(c).all(morning + 50 * hour);
    expect(side.heard).toHaveLength(3);
    expect(await listDeadDeliveries(admin)).toEqual([]);
  });

  it('gives an effect that gave up its tries anew, once for two presses', async () => {
    const c = await community();
    const admin = await c.as('admin');
    await c.engine.transaction((tx) => enqueue(tx, 'nobody.knows', {}, 0));
    for (let i = 0; i < 8; i++) {
      await c.engine.transaction((tx) => tx.update(outboxMessage).set({ availableAt: 0 }));
      await drainOutbox(c.ctx());
    }
    const dead = await listDeadMessages(admin);
    expect(dead).toHaveLength(1);
    const id = dead[0]?.id;
    const counts = await Promise.all([resendMessages(admin, { id }), resendMessages(admin, { id })]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await listDeadMessages(admin)).toEqual([]);
    const row = (await c.engine.reader.select().from(outboxMessage)).find((message) => message.id === id);
    expect(row).toMatchObject({ state: 'pending', attempts: 0 });
  });
});
