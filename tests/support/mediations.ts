import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { holdSession } from '@/lib/mediation/commands/hold-session';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { proposeMediator } from '@/lib/mediation/commands/propose-mediator';
import { sealAgreement } from '@/lib/mediation/commands/seal-agreement';
import { signAgreement } from '@/lib/mediation/commands/sign-agreement';
import { writeAgreement } from '@/lib/mediation/commands/write-agreement';
import { findMediation, partiesOf } from '@/lib/mediation/facts';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import type { Community } from './community';

export const poli = '320371003208';
export const dayMs = 86_400_000;

/** What nobody outside may read anywhere; each text stands in one place of the case and in nothing else of the demo. */
export const secrets = {
  title: '阳台漏水泡坏木地板一事',
  firstName: '钱阿宝',
  secondName: '金福全',
  phone: '10099990017',
  address: 'C区9号楼密址',
  session: '双方各让一步的经过写在这里',
  question: '楼上漏水楼下怎样举证的问题',
  opinion: '先共同查看漏点的答复',
  facts: '去年冬天阳台渗水的事实与责任',
  performance: '三日内修好并补两百元的约定',
  seal: '坡调密〔2024〕九一七号',
  check: '回访时木地板已经换好',
} as const;

export interface Table {
  code: string;
  secretary: Context;
  mediator: Context;
  on(): Promise<{ code: string; version: number; clientId: string }>;
  /** Today in the community's clock. */
  today(): string;
}

/** A case with two parties; the first one has 王桂兰's account. */
export async function openTable(c: Community, more: Partial<Parameters<typeof openMediation>[1]> = {}): Promise<Table> {
  const secretary = await c.as('shuji');
  const { code } = await openMediation(secretary, {
    clientId: randomUUID(),
    community: poli,
    title: secrets.title,
    parties: [
      { name: secrets.firstName, phone: secrets.phone, address: secrets.address, account: 'wangguilan' },
      { name: secrets.secondName },
    ],
    ...more,
  });
  return {
    code,
    secretary,
    mediator: await c.as('xuwende'),
    on: async () => ({
      code,
      version: (await findMediation(secretary.db, code))?.version ?? 0,
      clientId: randomUUID(),
    }),
    today: () => new Date(c.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  };
}

export const propose = async (c: Community, table: Table, key = 'xuwende') =>
  proposeMediator(table.secretary, { ...(await table.on()), mediator: c.idOf(key), kind: 'old_teacher' });

/** The secretary enters what a party said in the room. */
export const entered = (table: Table) => ({ how: 'in_person' as const, on: table.today() });

export async function agreed(c: Community, table: Table): Promise<void> {
  await propose(c, table);
  for (const to of ['mediation', 'mediator'] as const) {
    for (const party of [1, 2]) {
      await consentToMediation(table.secretary, { ...(await table.on()), party, to, ...entered(table) });
    }
  }
}

export async function inSession(c: Community, table: Table): Promise<void> {
  await agreed(c, table);
  await holdSession(table.mediator, {
    ...(await table.on()),
    heldAt: c.clock.now(),
    place: '有心工作室',
    words: secrets.session,
  });
}

export const write = async (table: Table, more: { oral?: boolean; performUntil?: string } = {}) =>
  writeAgreement(table.mediator, {
    ...(await table.on()),
    parties: `甲方：${secrets.firstName}；乙方：${secrets.secondName}`,
    facts: secrets.facts,
    performance: secrets.performance,
    ...more,
  });

export async function settled(c: Community, table: Table): Promise<void> {
  await inSession(c, table);
  await write(table);
  for (const party of [1, 2]) {
    await signAgreement(table.mediator, { ...(await table.on()), party, on: table.today() });
  }
  await sealAgreement(table.secretary, {
    ...(await table.on()),
    on: table.today(),
    sealNo: secrets.seal,
    mediatorSigned: true,
  });
}

/** What a refusal says, and that it left the case and its parties as they were. */
export async function refused(table: Table, doing: () => Promise<unknown>): Promise<string> {
  const { db } = table.secretary;
  const stands = async () => {
    const row = await findMediation(db, table.code);
    return [row, await partiesOf(db, row?.id ?? '')];
  };
  const before = await stands();
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect(await stands()).toEqual(before);
  return error.reason;
}

/** A session of now. */
export const hold = async (c: Community, table: Table, by = table.mediator) =>
  holdSession(by, {
    ...(await table.on()),
    heldAt: c.clock.now(),
    place: '有心工作室',
    words: secrets.session,
  });

/** The case as its secretary reads it. */
export const look = (table: Table) => getMediation(table.secretary, { code: table.code });
export const statusOf = async (table: Table) => (await look(table)).status;
