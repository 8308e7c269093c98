import { expect } from 'vitest';
import { sqliteFile } from '@/db/client';
import { auditEntry } from '@/lib/audit/tables';
import type { ApiServer } from './api-server';
import type { Answer, HttpClient } from './http-client';
import { stateOf } from './whole-database';

/** What a refusal and the signing in before it may write; everything else must lie as it lay. */
const beside = ['audit_entry', 'session', 'throttle_counter', 'account'];

export interface Expected {
  status: number;
  reason: string;
  /** What the sentence for people must hold. */
  words: RegExp;
  /** What the trail says beside the reason. */
  noted: Record<string, unknown>;
  action?: 'access.refused' | 'case.refused';
}

/** Refusals over HTTP on one server: tried, and looked at in the answer, in the trail and in the whole database. */
export function refusalsAt(s: () => ApiServer) {
  const as = async (who: string): Promise<HttpClient> => (await s().signedIn(who)).with({ 'accept-language': 'zh-CN' });
  const file = () => sqliteFile(s().engine.url);
  const state = () => stateOf(file(), beside);

  /** Who was refused what, newest last. */
  async function trail() {
    const rows = await s().engine.reader.select().from(auditEntry).orderBy(auditEntry.at, auditEntry.id);
    return rows.filter(({ action }) => action.endsWith('.refused') && !action.startsWith('sign_in'));
  }

  /** Tries, and sees: the rule in words, one line in the trail, and no row of the whole database changed. */
  async function expectRefused(who: string, trying: (caller: HttpClient) => Promise<Answer>, expected: Expected) {
    const caller = await as(who);
    const [before, told] = [state(), (await trail()).length];
    const answer = await trying(caller);
    expect([answer.status, answer.body.reason, answer.headers.get('content-type')]).toEqual([
      expected.status,
      expected.reason,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    const words = [answer.body.detail, ...(answer.body.errors ?? []).map((one: { message: string }) => one.message)];
    expect(words.join(' ')).toMatch(expected.words);
    expect(state()).toEqual(before);
    const noted = (await trail()).slice(told);
    expect(noted.map(({ action, actorId, data }) => ({ action, actorId, data }))).toEqual([
      {
        action: expected.action ?? 'case.refused',
        actorId: s().idOf(who),
        data: { reason: expected.reason, ...expected.noted },
      },
    ]);
  }

  return { as, trail, file, state, expectRefused };
}
