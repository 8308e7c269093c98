import { describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries/list-audit';
import { writeAudit } from '@/lib/audit/store';
import { checkHistory } from '@/lib/orders/commands/check-history';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';
import { claim, enqueue, markFailed } from '@/lib/outbox/store';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { revokeSession } from '@/lib/people/commands/revoke-session';
import { listApiKeys } from '@/lib/people/queries/list-api-keys';
import { listMemberships } from '@/lib/people/queries/list-memberships';
import { listPartyOrgs } from '@/lib/people/queries/list-party-orgs';
import { areaNames } from '@/lib/places/queries/area-names';
import { listWorkAreas } from '@/lib/places/queries/list-work-areas';
import { community } from '@/tests/support/community';
import { anOrder } from '@/tests/support/orders';

describe('the audit trail', () => {
  it('is read newest first, page by page, each entry once', async () => {
    const c = await community();
    for (let i = 0; i < 7; i++) {
      // Three entries share each moment, so that the id has to decide.
      if (i % 3 === 0) c.clock.advance(1000);
      await c.engine.transaction((tx) =>
        writeAudit(tx, c.ctx(), { action: 'test.made', subjectKind: 'test', subjectId: String(i) }),
      );
    }
    const auditor = await c.as('auditor');
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listAudit(auditor, { action: 'test.', limit: 2, cursor });
      seen.push(...page.items.map((entry) => entry.subjectId));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(seen[0]).toBe('6');
    expect((await listAudit(auditor, { subject: '3' })).items).toHaveLength(1);
    expect((await listAudit(auditor, { action: 'test.', from: '2024-01-16' })).items).toHaveLength(0);
    expect((await listAudit(auditor, { action: 'test.', to: '2024-01-15' })).items).toHaveLength(7);
  });

  it('is closed to all but the audit administrator, and so is the check of the history', async () => {
    const c = await community();
    for (const who of ['admin', 'limin', 'shuji', 'dujuan']) {
      await expect(listAudit(await c.as(who), {}), who).rejects.toMatchObject({ reason: 'audit.auditor_only' });
      await expect(checkHistory(await c.as(who)), who).rejects.toMatchObject({ reason: 'audit.auditor_only' });
    }
    await expect(listAudit(await c.as('auditor'), { cursor: 'x' })).rejects.toMatchObject({
      reason: 'audit.cursor_unreadable',
    });
  });

  it('keeps that the history was checked, and what was found', async () => {
    const c = await community();
    await anOrder(c, { state: 'awaiting_rating' });
    const auditor = await c.as('auditor');
    const report = await checkHistory(auditor);
    expect(report).toMatchObject({ orders: 1, misfits: [] });
    const { items } = await listAudit(auditor, { action: 'history.verified' });
    expect(items[0]?.data).toMatchObject({ orders: 1, events: report.events, misfits: 0 });
  });
});

describe('messages that gave up', () => {
  it('are shown to the system administrator without their content', async () => {
    const c = await community();
    await c.engine.transaction((tx) => enqueue(tx, 'test.topic', { secret: 'x' }, 1));
    for (let now = 10_000_000; ; now += 10_000_000) {
      const [message] = await c.engine.transaction((tx) => claim(tx, now, 1, 1000));
      if (!message) break;
      await c.engine.transaction((tx) => markFailed(tx, message, now, 'no answer'));
    }
    const dead = await listDeadMessages(await c.as('admin'));
    expect(dead).toHaveLength(1);
    expect(dead[0]).toMatchObject({ topic: 'test.topic', attempts: 8, lastError: 'no answer' });
    expect(JSON.stringify(dead)).not.toContain('secret');
    await expect(listDeadMessages(await c.as('limin'))).rejects.toMatchObject({ reason: 'outbox.admin_only' });
  });
});

describe('keys and roles', () => {
  it('lists a key until it is revoked, and the roles of its system', async () => {
    const c = await community();
    const admin = await c.as('admin');
    const { personId, sessionId, key } = await issueApiKey(admin, {
      label: '市平台',
      scope: ['GET /orders'],
      validDays: 30,
    });
    const listed = await listApiKeys(admin);
    expect(listed).toMatchObject([{ sessionId, personId, label: '市平台', scope: ['GET /orders'] }]);
    expect(JSON.stringify(listed)).not.toContain(key);
    await grantMembership(admin, { personId, role: 'supervisor', areaCode: '320371003208', validFrom: '2024-01-15' });
    expect(await listMemberships(admin, { personId })).toMatchObject([{ role: 'supervisor', active: true }]);
    await revokeSession(admin, { personId, sessionId });
    expect(await listApiKeys(admin)).toEqual([]);
    await expect(listApiKeys(await c.as('limin'))).rejects.toMatchObject({ reason: 'account.admin_only' });
    await expect(listMemberships(await c.as('limin'), { personId })).rejects.toMatchObject({
      reason: 'membership.not_allowed',
    });
  });

  it('offers areas and organisations that stand today', async () => {
    const c = await community();
    const admin = await c.as('admin');
    const areas = await listWorkAreas(admin, { within: '320371003208' });
    expect(areas.map((area) => area.code)).toContain('320371003208005');
    expect(areas.every((area) => area.code.startsWith('320371003208'))).toBe(true);
    expect(areas.some((area) => area.kind === 'building')).toBe(false);
    expect(await listWorkAreas(admin, { within: '%' })).toEqual([]);
    expect((await areaNames(c.engine.reader, ['320371003208005', 'none'])).size).toBe(1);
    const orgs = (await listPartyOrgs(admin)).map((org) => org.code);
    expect(orgs).toContain('PL-B3');
    await expect(listPartyOrgs(await c.as('limin'))).rejects.toMatchObject({ reason: 'membership.not_allowed' });
  });
});
