import { readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { staffSentence } from '@/app/_order/staff-sentence';
import { demoAccounts, demoPassword } from '@/app/login/demo-accounts';
import { handlerOutcomes, returnReasons, reworkReasons } from '@/lib/orders/status';
import { workflow } from '@/lib/orders/workflow';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

const languages = [
  ['zh-CN', zh],
  ['en', en],
] as const;
const translatorOf = (locale: string, messages: typeof zh) =>
  createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: object) => string;

/** Data as the commands write it, with what the sentences need. */
const data: Record<string, Record<string, unknown>> = {
  'order.submitted': { channel: 'hall' },
  'order.classified': { intake: true, urgency: 'U3' },
  'order.declined': { reason: 'private' },
  'order.offered': { scope: 'neighbours' },
  'order.assigned': { designated: true, unit: null },
  'order.contacted': { how: 'phone', reached: false },
  'order.arrived': { metres: null, byCode: true, far: false },
  'order.left': { metres: 300, byCode: false, far: true },
  'order.returned': { reason: 'R8', count: 2 },
  'order.noted': { toResident: false },
  'order.extension_asked': { no: 1, reason: 'materials', days: 3 },
  'order.extension_granted': { no: 2, reason: 'weather', days: 8 },
  'order.extension_refused': { no: 1 },
  'order.suspended': { resumeOn: '2024-01-20' },
  'order.evidence_submitted': { outcome: 'explained' },
  'order.reworked': { reason: 'untrue', count: 1 },
  'order.rated': { solved: 'no', stars: 1, late: false, reopened: true },
  'order.called_back': { via: 'phone', reached: true, reopened: false, unreachable: false },
  'order.reopened': { count: 2, level: 'street' },
  'order.transferred': { fromCommunity: 'a', toCommunity: 'b' },
  'order.escalated': { kind: 'joint' },
  'order.nudged': { count: 1 },
  'order.supervised': { how: 'up', colour: 'red' },
};

describe.each(languages)('in %s', (locale, messages) => {
  const t = translatorOf(locale, messages as typeof zh);

  it('has a sentence for every event of the action table', () => {
    const types = [...Object.values(workflow).map((row) => row.event), 'order.submitted'];
    for (const type of types) {
      const words = staffSentence({ type, data: data[type] ?? {}, relation: 'system' }, t);
      expect(words, type).not.toMatch(/[{}]|event\.staff/);
      expect(words.length).toBeGreaterThan(1);
    }
  });

  it('names every outcome, every reason of a return and of a rework', () => {
    for (const key of handlerOutcomes) expect(t(`outcome.${key}`)).not.toContain('outcome.');
    for (const key of returnReasons) expect(t(`returnReason.${key}`)).not.toContain('returnReason.');
    for (const key of reworkReasons) expect(t(`reworkReason.${key}`)).not.toContain('reworkReason.');
  });
});

describe('the sentences themselves', () => {
  const t = translatorOf('zh-CN', zh);
  it('say who came back and why', () => {
    const words = staffSentence({ type: 'order.returned', data: { reason: 'R1', count: 3 }, relation: 'assignee' }, t);
    expect(words).toBe('第 3 次退单：不是本单位或本网格的职责');
  });
  it('tell a requester’s note from one of staff', () => {
    const noted = (relation: string, toResident: boolean) =>
      staffSentence({ type: 'order.noted', data: { toResident }, relation }, t);
    expect([noted('requester', true), noted('assignee', true), noted('assignee', false)]).toEqual([
      '点单人留言',
      '备注（点单人可见）',
      '内部备注',
    ]);
  });
});

describe('the accounts shown beside the sign-in of a demo', () => {
  it('are accounts that the demo makes, with its password', () => {
    const made = JSON.parse(readFileSync('seeds/demo/accounts.json', 'utf8')) as { account: string }[];
    for (const account of demoAccounts) expect(made.map((row) => row.account)).toContain(account);
    expect(readFileSync('seeds/demo/load.ts', 'utf8')).toContain(`'${demoPassword}'`);
  });
});
