import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { notice } from '@/lib/notices/tables';
import { dryRunRule } from '@/lib/orders/queries/dry-run-rule';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { outboxMessage } from '@/lib/outbox/tables';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { findAccount } from '@/lib/people/queries/find-account';
import { membership } from '@/lib/people/tables';
import { addRule } from '@/lib/routing/commands/add-rule';
import { moveRule } from '@/lib/routing/commands/move-rule';
import { saveRule } from '@/lib/routing/commands/save-rule';
import { switchRule } from '@/lib/routing/commands/switch-rule';
import { listRules } from '@/lib/routing/queries/list-rules';
import { ruleVersions } from '@/lib/routing/queries/rule-versions';
import { handlersOf } from '@/lib/worker/registry';
import { type Community, community } from '@/tests/support/community';
import { anOrder, eventsOf, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const pl = '320371003208';
const item = '0802';
type Said = Partial<Parameters<typeof addRule>[1]>;

const said = (more: Said = {}) => ({
  community: pl,
  name: '夜间挪车先找保洁',
  conditions: { items: [item] },
  effect: { kind: 'propose' as const, target: { unit: 'PL-SANI' } },
  clientId: newId(),
  ...more,
});
const add = async (c: Community, more: Said = {}, who = 'shuji') => addRule(await c.as(who), said(more));
const seen = async (c: Community, order: { code: string }, who = 'limin') => getOrder(await c.as(who), order);

describe('a rule that hits', () => {
  it('is named with its reasons, and preselects; the default table stays where none hits', async () => {
    const c = await community();
    const before = await submitted(c);
    expect((await seen(c, before)).routing).toBeNull();
    const { id } = await add(c, { conditions: { items: [item], cells: [`${pl}005`], words: '单元门、地锁' } });
    const order = await submitted(c);
    expect((await seen(c, order)).routing).toMatchObject({
      rule: {
        id,
        version: 1,
        name: '夜间挪车先找保洁',
        reasons: [
          { key: 'routing.because.item', params: { code: item } },
          { key: 'routing.because.cell', params: { code: `${pl}005` } },
          { key: 'routing.because.word', params: { word: '单元门' } },
        ],
      },
      outcome: 'proposed',
      broken: [],
    });
    expect((await rowOf(c, order)).status).toBe('submitted');
    const { items } = await listCandidates(await c.as('limin'), order);
    expect(items[0]).toMatchObject({ handler: { unit: 'PL-SANI' }, preselected: true });
    expect(items[0]?.reasons).toContain('rule');
    const other = await submitted(c, { words: '楼下有车乱停。' });
    expect((await seen(c, other)).routing).toMatchObject({ rule: null, outcome: 'none' });
    expect((await getOrder(order.holder, order)).routing).toBeNull();
    // What it is now, not what it was: another item asks the rules anew.
    await perform(c, 'limin', 'classify', order, { item: '0801' });
    expect((await seen(c, order)).routing).toMatchObject({ rule: null });
  });

  it('dispatches at the report by the system, and to volunteers only as an offer', async () => {
    const c = await community();
    const { id } = await add(c, { effect: { kind: 'dispatch', target: { unit: 'PL-SANI' } } });
    const order = await submitted(c);
    expect(await rowOf(c, order)).toMatchObject({ status: 'assigned', assigneeUnit: 'PL-SANI' });
    expect((await eventsOf(c, order)).at(-1)).toMatchObject({
      type: 'order.assigned',
      actor: 'system:rule',
      relation: 'system',
      data: { unit: 'PL-SANI', rule: `${id}@1` },
    });
    expect((await seen(c, order)).routing).toMatchObject({ outcome: 'dispatched' });

    const pool = { pool: { cells: 'neighbours' as const } };
    await saveRule(await c.as('shuji'), { ...said({ effect: { kind: 'dispatch', target: pool } }), id, version: 1 });
    const offered = await submitted(c);
    expect(await rowOf(c, offered)).toMatchObject({ status: 'offered', assigneePerson: null, assigneeUnit: null });
    expect((await eventsOf(c, offered)).at(-1)).toMatchObject({ type: 'order.offered', actor: 'system:rule' });
    await perform(c, 'liuyang', 'claim', offered);

    // Sealed orders are offered to nobody, and the dispatcher is told why nothing went out.
    const sealed = await submitted(c, { confidential: true });
    expect((await rowOf(c, sealed)).status).toBe('submitted');
    expect((await seen(c, sealed)).routing).toMatchObject({
      outcome: 'withheld',
      withheldReason: 'order.sealed_not_offered',
    });
  });

  it('gives an order to nobody whom it is about, whose own it is, or who is of the family', async () => {
    const c = await community();
    const { id } = await add(c, { effect: { kind: 'dispatch', target: { unit: 'PL-SANI' } } });
    const complaint = await submitted(c, { about: { unit: 'PL-SANI' } });
    expect((await rowOf(c, complaint)).status).toBe('submitted');
    expect((await seen(c, complaint)).routing).toMatchObject({ withheldReason: 'order.handler_is_subject' });
    const { items } = await listCandidates(await c.as('limin'), complaint);
    expect(items.map(({ handler }) => handler)).not.toContainEqual({ unit: 'PL-SANI' });

    const zhao = { person: c.idOf('zhaoqiang') };
    await saveRule(await c.as('shuji'), { ...said({ effect: { kind: 'dispatch', target: zhao } }), id, version: 1 });
    const own = await submitted(c, { contact: undefined }, { actor: await c.actor('zhaoqiang') });
    expect((await seen(c, own)).routing).toMatchObject({ withheldReason: 'order.handler_is_requester' });
    expect((await rowOf(c, own)).status).toBe('submitted');
    // U1 does not wait for it: what is urgent goes by the default table instead.
    await add(c, {
      name: '急',
      conditions: { urgencies: ['U1'] },
      effect: { kind: 'dispatch', target: { unit: 'PL-PROP' } },
    });
    const urgent = await submitted(c, { item: '0502', about: { unit: 'PL-PROP' } });
    expect(await seen(c, urgent)).toMatchObject({ routing: { outcome: 'withheld' } });
  });
});

describe('a rule that breaks later', () => {
  it('is shown with the reason, passed over aloud, and the dispatcher is told once a day', async () => {
    const c = await community();
    const person = c.idOf('zhaoqiang');
    await add(c, { name: '找赵强', effect: { kind: 'dispatch', target: { person: 'zhaoqiang' } } });
    const next = await add(c, { name: '下一条' });
    expect((await rowOf(c, await submitted(c))).assigneePerson).toBe(person);
    const waiting = await anOrder(c);
    const login = await findAccount(c.ctx(), { login: 'zhaoqiang' });
    await disableAccount(await c.as('admin'), { accountId: login?.id ?? '' });
    const list = await listRules(await c.as('limin'), { community: pl });
    expect(list).toMatchObject({ broken: 1, mayEdit: false });
    expect(list.items[0]).toMatchObject({ state: 'broken', faults: [{ key: 'reason.routing.person_disabled' }] });
    expect((await rowOf(c, waiting)).status).toBe('assigned');
    const [one, two] = [await submitted(c), await submitted(c)];
    expect((await seen(c, one)).routing).toMatchObject({
      rule: { id: next.id },
      broken: [{ name: '找赵强', faults: [{ key: 'reason.routing.person_disabled' }] }],
    });
    const told = async () => {
      const rows = await c.engine.reader.select().from(outboxMessage).where(eq(outboxMessage.topic, 'routing.broke'));
      expect(rows.length).toBe(2);
      for (const { topic, payload } of [...rows, ...rows]) {
        for (const handle of handlersOf(topic)) await handle(c.ctx({ kind: 'system', name: 'clock' }), topic, payload);
      }
      const lines = await c.engine.reader.select().from(notice).where(eq(notice.kind, 'routing_broke'));
      return lines.filter(({ personId }) => personId === c.idOf('limin')).map(({ orderCode }) => orderCode);
    };
    expect(await told()).toEqual([one.code]);
    expect((await rowOf(c, two)).status).toBe('submitted');
  });

  it('breaks as well when nobody belongs to its unit any more, also for an order that waits', async () => {
    const c = await community();
    await add(c);
    const order = await submitted(c);
    await c.engine.transaction((tx) =>
      tx.update(membership).set({ validTo: '2024-01-01' }).where(eq(membership.unitCode, 'PL-SANI')).returning(),
    );
    expect((await seen(c, order)).routing?.rule?.faults).toMatchObject([{ key: 'reason.routing.unit_ended' }]);
    const { items } = await listCandidates(await c.as('limin'), order);
    expect(items.map(({ handler }) => handler)).not.toContainEqual({ unit: 'PL-SANI' });
    expect((await listRules(await c.as('limin'), { community: pl })).items[0]?.state).toBe('broken');
  });
});

describe('editing', () => {
  it('refuses what is unknown at its field, and whose it is not', async () => {
    const c = await community();
    const wrong = {
      conditions: { items: ['9999'], categories: ['99'], cells: [`${pl}777`] },
      effect: { kind: 'propose' as const, target: { unit: 'NO-SUCH' } },
    };
    await expect(add(c, wrong)).rejects.toMatchObject({
      reason: 'routing.names_unknown',
      details: {
        issues: [
          { path: 'conditions.items', reason: 'routing.item_unknown', params: { code: '9999' } },
          { path: 'conditions.categories', reason: 'routing.category_unknown' },
          { path: 'conditions.cells', reason: 'routing.cell_unknown' },
          { path: 'effect.target.unit', reason: 'routing.unit_unknown' },
        ],
      },
    });
    const volunteer = { effect: { kind: 'dispatch' as const, target: { person: 'liuyang' } } };
    await expect(add(c, volunteer)).rejects.toMatchObject({
      details: { issues: [{ path: 'effect.target.person', reason: 'routing.person_is_volunteer' }] },
    });
    await expect(add(c, { conditions: { from: '25:00', to: '06:00' } })).rejects.toMatchObject({ code: 'invalid' });
    for (const who of ['limin', 'chenchen', 'zhaoqiang', 'auditor', 'liuyang']) {
      await expect(add(c, {}, who), who).rejects.toMatchObject({ reason: 'routing.not_yours_to_edit' });
    }
    await expect(listRules(await c.as('zhaoqiang'), { community: pl })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listRules(await c.as('limin'), { community: pl })).items).toEqual([]);
  });

  it('lets one of two win who save, switch or move at once, and keeps every version', async () => {
    const c = await community();
    const { id } = await add(c);
    const second = await add(c, { name: '第二条', conditions: { categories: ['08'] } }, 'admin');
    const both = await Promise.allSettled([
      saveRule(await c.as('shuji'), { ...said({ name: '书记改的' }), id, version: 1 }),
      saveRule(await c.as('admin'), { ...said({ name: '管理员改的' }), id, version: 1 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'routing.rule_changed' } });
    const { revision, items } = await listRules(await c.as('shuji'), { community: pl });
    expect(items.map((one) => [one.id, one.version])).toEqual([
      [id, 2],
      [second.id, 1],
    ]);
    const moves = await Promise.allSettled(
      ['shuji', 'admin'].map(async (who) =>
        moveRule(await c.as(who), { id: second.id, way: 'up', revision, clientId: newId() }),
      ),
    );
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(moves.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'routing.list_moved' } });
    const key = newId();
    const off = { id, version: 2, isOn: false, clientId: key };
    const first = await switchRule(await c.as('shuji'), off);
    expect(await switchRule(await c.as('shuji'), off)).toEqual(first);
    const after = await listRules(await c.as('shuji'), { community: pl });
    expect(after.items.map((one) => [one.id, one.state])).toEqual([
      [second.id, 'ok'],
      [id, 'off'],
    ]);
    const versions = await ruleVersions(await c.as('limin'), id);
    expect(versions.map(({ version, isOn }) => [version, isOn])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ]);
    expect(versions[0]?.by?.zh).toBeTruthy();
    const audit = await c.engine.reader.select().from(auditEntry).orderBy(desc(auditEntry.at), desc(auditEntry.id));
    const actions = audit.map(({ action }) => action).filter((action) => action.startsWith('routing.'));
    expect(actions.sort()).toEqual([
      'routing.rule_added',
      'routing.rule_added',
      'routing.rule_moved',
      'routing.rule_off',
      'routing.rule_saved',
    ]);
  });
});

describe('a dry run', () => {
  it('says what would have gone where against what happened, and writes nothing', async () => {
    const c = await community();
    await anOrder(c, { state: 'assigned' });
    const volunteers = await anOrder(c, { state: 'offered' });
    await submitted(c);
    await submitted(c, { item: '0801' });
    await submitted(c, { about: { unit: 'PL-COMM' } });
    const before = await snapshot(c);
    const { name, conditions, effect } = said({ effect: { kind: 'propose', target: { unit: 'PL-PROP' } } });
    const ran = await dryRunRule(await c.as('limin'), { community: pl, draft: { name, conditions, effect }, last: 50 });
    expect(await snapshot(c)).toEqual(before);
    expect(ran).toMatchObject({ looked: 4, hits: 3 });
    expect(ran.targets.map(({ target, count, same }) => [target, count, same])).toEqual([
      ['', 1, 0],
      ['pool', 1, 0],
      ['unit:PL-PROP', 1, 1],
    ]);
    expect(ran.items.find(({ code }) => code === volunteers.code)).toMatchObject({ wentTo: 'pool', same: false });
    // Behind a rule that takes them already it would have had none; in front of it, all.
    await add(c, { conditions: {}, effect: { kind: 'propose', target: { unit: 'PL-SANI' } } });
    const draft = { name, conditions, effect };
    expect((await dryRunRule(await c.as('shuji'), { community: pl, draft })).hits).toBe(0);
    expect((await dryRunRule(await c.as('shuji'), { community: pl, draft, first: true })).hits).toBe(3);
    await expect(dryRunRule(await c.as('zhaoqiang'), { community: pl, draft })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
