import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries/list-audit';
import type { Context } from '@/lib/kernel/context';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import { isDomainError } from '@/lib/kernel/errors';
import { answerOpinion } from '@/lib/mediation/commands/answer-opinion';
import { askOpinion } from '@/lib/mediation/commands/ask-opinion';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { listMediations } from '@/lib/mediation/queries/list-mediations';
import { verbs } from '@/lib/mediation/verbs';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';
import { outboxMessage } from '@/lib/outbox/tables';
import { noteRefusal } from '@/lib/transport/refusals';
import { endpointRows } from '@/lib/transport/registry';
import { drainOutbox } from '@/lib/worker/drain';
import { type Community, community } from '@/tests/support/community';
import { openTable, poli, propose, secrets, settled, type Table } from '@/tests/support/mediations';

const accounts = (JSON.parse(readFileSync('seeds/demo/accounts.json', 'utf8')) as { account: string }[]).map(
  ({ account }) => account,
);
const inside = ['shuji', 'xuwende', 'wangguilan'];
const outside = accounts.filter((account) => !inside.includes(account));

/** What anybody may think of typing: nothing, the case's number, a word of it, the community. */
const inputs = (code: string): Record<string, unknown>[] => [
  {},
  { code },
  { queryCode: code },
  { code, meeting: code },
  { q: secrets.title },
  { q: secrets.firstName },
  { q: code },
  { community: poli },
  { community: poli, status: 'settled' },
  { communityCode: poli },
  { area: poli },
  { code: poli },
];

/** Everything that the read rows of the contract and the lists of the administration answer one person. */
async function readEverything(ctx: Context, code: string): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const keep = async (what: string, asking: () => Promise<unknown>) => {
    try {
      answers[what] = JSON.stringify(await asking());
    } catch (error) {
      if (!isDomainError(error)) throw error;
      answers[what] = `${error.code} ${error.reason} ${JSON.stringify(error.details)}`;
    }
  };
  const rows = endpointRows.filter(
    (row: EndpointRow) => row.method === 'GET' && (row.audience === 'anyone' || ctx.actor.kind === 'person'),
  );
  for (const row of rows) {
    for (const input of inputs(code)) {
      const said = row.input.safeParse(input);
      if (said.success) await keep(`GET ${row.path} ${JSON.stringify(input)}`, () => row.run(ctx, said.data));
    }
  }
  await keep('audit', () => listAudit(ctx, {}));
  await keep('dead messages', () => listDeadMessages(ctx));
  if (ctx.actor.kind === 'person') await keep('notices', () => listNotices(ctx, { limit: 200 }));
  return answers;
}

/** A case with a text in every place that holds one. */
async function fullCase(c: Community): Promise<Table> {
  const table = await openTable(c);
  const duty = await enterDuty(table.secretary, {
    clientId: `duty-${table.code}`,
    community: poli,
    kind: 'lawyer',
    name: '律师(演示)',
    office: '法律援助工作站',
    validFrom: '2024-01-01',
  });
  await propose(c, table);
  await askOpinion(table.secretary, {
    code: table.code,
    clientId: 'ask-the-duty',
    duty: duty.id,
    question: secrets.question,
  });
  const { opinions } = await getMediation(table.secretary, { code: table.code });
  await answerOpinion(table.secretary, {
    code: table.code,
    clientId: 'answer-of-duty',
    opinion: opinions[0]?.id ?? '',
    words: secrets.opinion,
  });
  await settled(c, table);
  await checkPerformance(table.mediator, {
    ...(await table.on()),
    on: table.today(),
    outcome: 'not_yet',
    words: secrets.check,
  });
  while ((await drainOutbox(c.ctx())) > 0);
  return table;
}

const expectedCode = 'PL-TJ-2024-001';
// The roster of the legal duty is no part of a case; it is there before, so that nothing else differs.
const withoutRoster = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([what]) => !what.includes('/legal-duty')));

describe('outside the case', () => {
  it('every account reads the same on every path as if there were no case at all', async () => {
    const { c, before } = await readBefore();
    const table = await fullCase(c);
    expect(table.code).toBe(expectedCode);
    for (const [who, answers] of before) {
      const after = withoutRoster(await readEverything(await asWho(c, who), table.code));
      expect({ who, ...after }).toEqual({ who, ...answers });
      const all = Object.values(after).join('\n');
      for (const secret of Object.values(secrets)) expect(`${who}: ${all.includes(secret)}`).toBe(`${who}: false`);
    }
  }, 120_000);

  it('nobody finds it by any action either, and nothing of it is noted', async () => {
    const { c } = { c: await community() };
    const table = await fullCase(c);
    for (const who of outside) {
      const ctx = await c.as(who);
      for (const { run, action } of verbs) {
        const input = {
          ...(await table.on()),
          ...{ party: 1, to: 'mediation', mediator: 'x', kind: 'old_cadre', on: table.today(), words: '不存在的案子' },
          ...{ heldAt: 1_705_276_800_000, place: '会议室', duty: 'x', question: '想问的问题', opinion: 'x' },
          ...{ parties: '甲方乙方', facts: '事实部分', performance: '履行部分', sealNo: '一号', outcome: 'performed' },
          ...{ way: 'court' },
        };
        const trying = await run(ctx, input as never).catch((error: unknown) => error);
        expect({ who, action, said: trying }).toMatchObject({
          said: { code: 'not_found', reason: 'mediation.not_found', details: {} },
        });
      }
      await expect(listMediations(ctx, { community: poli })).resolves.toEqual({ items: [], nextCursor: null });
    }
    // A party who reaches for the seal is refused, and the audit does not say that they are a party.
    const party = await c.as('wangguilan');
    const sealing = verbs.find(({ action }) => action === 'withdraw');
    const refusal = await sealing
      ?.run(party, { ...(await table.on()), words: '我们不调了吧' } as never)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'forbidden' });
    await noteRefusal(party, refusal, 'POST /mediations/{code}/actions/withdraw', table.code);
    expect((await listAudit(await c.as('auditor'), {})).items.map(({ actorId }) => actorId)).not.toContain(
      c.idOf('wangguilan'),
    );
  });

  it('an effect of it that gave up is shown to administrators without what it was about', async () => {
    const c = await community();
    const of = { payload: {}, createdAt: 1, availableAt: 1, state: 'dead' as const, lastError: 'no such mediation' };
    const messages = [
      { id: 'm', topic: 'mediation.settled', ...of },
      { id: 'o', topic: 'order.submitted', ...of, lastError: 'no such order' },
    ];
    await c.engine.transaction((tx) => tx.insert(outboxMessage).values(messages).returning());
    const shown = await listDeadMessages(await c.as('admin'));
    expect(shown.map(({ topic, lastError }) => [topic, lastError])).toEqual([
      ['case.told', null],
      ['order.submitted', 'no such order'],
    ]);
  });

  it('only the secretary registers one', async () => {
    const c = await community();
    for (const who of accounts.filter((account) => account !== 'shuji')) {
      const opening = openMediation(await c.as(who), {
        clientId: 'not-the-secretary',
        community: poli,
        title: secrets.title,
        parties: [{ name: '甲' }, { name: '乙' }],
      });
      await expect(opening).rejects.toMatchObject({ code: 'forbidden', reason: 'mediation.only_secretary' });
    }
  });
});

describe('inside the case', () => {
  it('parties, its mediator and the secretary find it in their list and read it', async () => {
    const c = await community();
    const table = await fullCase(c);
    for (const who of inside) {
      const ctx = await c.as(who);
      expect((await listMediations(ctx, {})).items.map(({ code }) => code)).toEqual([table.code]);
      const { you, parties } = await getMediation(ctx, { code: table.code });
      expect({ who, you }).toEqual({
        who,
        you: who === 'shuji' ? 'secretary' : who === 'xuwende' ? 'mediator' : 'party',
      });
      // Of the other side a party reads the name and no phone, no address.
      if (who === 'wangguilan') expect(parties.map(({ phone }) => phone)).toEqual([secrets.phone, null]);
    }
    const kinds = async (who: string) =>
      (await listNotices(await c.as(who), { limit: 200 })).items.map(({ kind }) => kind);
    expect(await kinds('wangguilan')).toContain('mediation.settled');
    expect(await kinds('xuwende')).toContain('mediation.mediator_proposed');
    expect(await kinds('shuji')).toEqual([]);
  });

  it('a mediator who mediates in the community no more sees nothing either', async () => {
    const c = await community();
    const table = await fullCase(c);
    const actor = await c.actor('xuwende');
    const memberships = actor.memberships.filter(({ role }) => role !== 'mediator');
    const former = c.ctx({ ...actor, memberships });
    await expect(getMediation(former, { code: table.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listMediations(former, {})).items).toEqual([]);
  });
});

const asWho = (c: Community, who: string): Promise<Context> =>
  who === 'nobody' ? Promise.resolve(c.ctx({ kind: 'anonymous' })) : c.as(who);

/** What everybody outside read while there was no case. */
async function readBefore(): Promise<{ c: Community; before: Map<string, Record<string, string>> }> {
  const c = await community();
  const before = new Map<string, Record<string, string>>();
  for (const who of [...outside, 'nobody']) {
    before.set(who, withoutRoster(await readEverything(await asWho(c, who), expectedCode)));
  }
  return { c, before };
}
