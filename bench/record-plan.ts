import { drainOutbox } from '@/lib/worker/drain';
import type { BarePlan } from './bare-server';
import { password } from './community';
import type { InProcess } from './in-process';
import { answered, type Life, newLife, requestOf, type Staff, staff, stepNames } from './lifecycle';
import { readsOf, record, type Statement, transactionsOf } from './recorder';
import { replayOf } from './replay';

async function tokensOf({ call }: InProcess): Promise<Record<Staff, string>> {
  const pairs: [Staff, string][] = [];
  for (const account of staff) {
    const { json } = await call({ method: 'POST', path: '/login', body: { account, password } });
    pairs.push([account, String(json.token)]);
  }
  return Object.fromEntries(pairs) as Record<Staff, string>;
}

/** One life through the rows of the contract, with what each request and its effects sent to SQLite. */
async function recordLife(program: InProcess, tokens: Record<Staff, string>, key: string) {
  const statements: Record<string, Statement[]> = {};
  const answers: BarePlan['answers'] = {};
  let life: Life = newLife(key);
  for (const step of stepNames) {
    const { path, as, body } = requestOf(step, life);
    const call = { method: 'POST', path, body, token: as ? tokens[as] : undefined };
    const recorded = await record(() => program.call(call));
    const { status, json } = recorded.value;
    life = answered(step, life, status, json);
    statements[step] = recorded.statements;
    answers[step] = { status, json };
  }
  const effects = await record(async () => {
    while ((await drainOutbox(program.system)) > 0);
  });
  const all: Record<string, Statement[]> = { ...statements, effects: effects.statements };
  return { statements: all, answers, life };
}

export interface RecordedReads {
  /** Paths below `/api/v1` with the account that reads them, or without a login. */
  [path: string]: Staff | null;
}

/**
 * What the bare server repeats: the writes of a life, and of each path the rows that its query reads, without those of
 * the session. The answers are the program's own.
 */
export async function recordPlan(
  program: InProcess,
  database: string,
  readPaths: RecordedReads,
): Promise<{ plan: BarePlan; transactionsPerLife: number; effectTransactions: number }> {
  const tokens = await tokensOf(program);
  while ((await drainOutbox(program.system)) > 0);
  const first = await recordLife(program, tokens, 'life-a-000001');
  const second = await recordLife(program, tokens, 'life-b-000002');
  const reads: BarePlan['reads'] = {};
  for (const [path, as] of Object.entries(readPaths)) {
    const token = as ? tokens[as] : undefined;
    const own = as ? (await record(() => program.call({ method: 'GET', path: '/me', token }))).statements : [];
    const session = new Set(readsOf(own).map((s) => s.sql));
    const { value, statements } = await record(() => program.call({ method: 'GET', path, token }));
    if (value.status !== 200) throw new Error(`GET ${path} was answered ${value.status}: ${value.text}`);
    reads[`/api/v1${path}`] = { statements: readsOf(statements).filter((s) => !session.has(s.sql)), json: value.json };
  }
  const { effects = [], ...requests } = second.statements;
  return {
    plan: { database, replay: replayOf(first.statements, second.statements), answers: first.answers, reads },
    transactionsPerLife: transactionsOf(Object.values(requests).flat()),
    effectTransactions: transactionsOf(effects),
  };
}
