import type { Actor, Context } from '@/lib/kernel/context';
import { assignOrder } from '@/lib/orders/commands/assign-order';
import { passOrder } from '@/lib/orders/commands/pass-order';
import { rateOrder } from '@/lib/orders/commands/rate-order';
import { signOrder } from '@/lib/orders/commands/sign-order';
import { submitEvidence } from '@/lib/orders/commands/submit-evidence';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { findAccount } from '@/lib/people/queries/find-account';
import { loadActor } from '@/lib/people/queries/load-actor';
import type { InProcess } from './in-process';
import { type Life, newLife, requestOf, type Staff, type StepName, staff, stepNames } from './lifecycle';
import type { BareWriter } from './replay';
import type { Measure } from './rounds';

type Verb = (ctx: Context, input: never) => Promise<{ code: string; queryCode?: string; version?: number }>;
const verbs: Record<StepName, Verb> = {
  submit: submitOrder,
  assign: assignOrder,
  sign: signOrder,
  'submit-evidence': submitEvidence,
  pass: passOrder,
  rate: rateOrder,
};

async function actorsOf({ system }: InProcess): Promise<Record<Staff, Actor>> {
  const pairs: [Staff, Actor][] = [];
  for (const login of staff) {
    const account = await findAccount(system, { login });
    const actor = account && (await loadActor(system, { personId: account.personId }));
    if (!actor) throw new Error(`nobody signs in as ${login}`);
    pairs.push([login, actor]);
  }
  return Object.fromEntries(pairs) as Record<Staff, Actor>;
}

/** Lives by the commands themselves, sixteen at once, on SQLite. */
export async function livesByCommands(program: InProcess): Promise<Measure> {
  const actors = await actorsOf(program);
  const anonymous: Context = { ...program.system, actor: { kind: 'anonymous' } };
  let keys = 0;
  async function one(): Promise<void> {
    let life: Life = newLife(`life-c-${String(++keys).padStart(6, '0')}`);
    for (const step of stepNames) {
      const { as, body } = requestOf(step, life);
      const actor = as
        ? actors[as]
        : step === 'rate'
          ? await openByCode(anonymous, { code: life.queryCode })
          : anonymous.actor;
      const input = { ...body, ...(step === 'submit' ? {} : { code: life.code }) } as never;
      const done = await verbs[step]({ ...program.system, actor }, input);
      life = { ...life, code: done.code, queryCode: done.queryCode ?? life.queryCode, version: done.version ?? 1 };
    }
  }
  return async (seconds) => {
    const begun = performance.now();
    let done = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (performance.now() - begun < seconds * 1000) {
          await one();
          done++;
        }
      }),
    );
    return { done, seconds: (performance.now() - begun) / 1000 };
  };
}

/** The same rows by bare statements of better-sqlite3: each request its own commit, or sixteen requests a commit. */
export function livesByStatements(writer: BareWriter, together: 1 | 16): Measure {
  return async (seconds) => {
    const begun = performance.now();
    let done = 0;
    while (performance.now() - begun < seconds * 1000) {
      const lives = Array.from({ length: together }, () => writer.newLife());
      for (const step of stepNames) {
        if (together === 1) for (const life of lives) writer.perform(step, life);
        else writer.together(lives.map((life) => writer.parts(step, life)));
      }
      done += together;
    }
    return { done, seconds: (performance.now() - begun) / 1000 };
  };
}
