import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { ThrottleRule } from '@/lib/settings/definitions';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { blockedForMs, counterKey, countHit, forgetCounter, removeStale, takeBack } from './store';

/** Each is a setting `throttle.<name>` and a message `reason.throttle.<name with _>`. */
export type ThrottleName =
  | 'login'
  | 'login.address'
  | 'code.resend'
  | 'code.phone'
  | 'code.address'
  | 'submit.address'
  | 'submit.phone'
  | 'comment.address'
  | 'pin'
  | 'lookup'
  | 'upload.address';

export interface Subject {
  name: ThrottleName;
  /** A login, an address, a phone, `code address`. Stored as a hash. */
  subject: string;
}

/** Only a database that the demo made can be run without limits of visits; production cannot (2.8). */
async function switchedOff(ctx: Context): Promise<boolean> {
  return process.env.NO_LIMITS === '1' && (await readSetting(ctx.db, 'demo'));
}

function refusal(name: ThrottleName, waitMs: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new DomainError('too_many', `throttle.${name.replaceAll('.', '_')}`, {
    retryAfterSeconds,
    params: { minutes: Math.ceil(retryAfterSeconds / 60) },
  });
}

/**
 * Counts one try against every subject, in a transaction of its own that is committed before this returns: what the
 * command does afterwards cannot undo the count. Call it before the thing that is being guessed is looked at, so that
 * many guesses at once are counted one by one; `giveBack` or `clear` when the try turned out to be honest.
 * @throws too_many `throttle.<name>` with `retryAfterSeconds`; then nothing was counted
 */
export async function hitAll(ctx: Context, subjects: Subject[]): Promise<void> {
  // Many visits from one address are no guesses: those of a PIN are counted also where the others are let through.
  const counted = (await switchedOff(ctx)) ? subjects.filter(({ name }) => name === 'pin') : subjects;
  if (counted.length === 0) return;
  // Throttles are about the machine, not the demo's time: the real clock.
  const now = Date.now();
  const tries: (Subject & { key: string; rule: ThrottleRule })[] = [];
  for (const s of counted) {
    tries.push({ ...s, key: counterKey(s.name, s.subject), rule: await readSetting(ctx.db, `throttle.${s.name}`) });
  }
  await ctx.transaction(async (tx) => {
    for (const { name, key, rule } of tries) {
      if (await countHit(tx, key, rule, now)) continue;
      throw refusal(name, await blockedForMs(tx, key, now));
    }
  });
}

/** `hitAll` of one. */
export const hit = (ctx: Context, name: ThrottleName, subject: string): Promise<void> =>
  hitAll(ctx, [{ name, subject }]);

/** Forgets the failures of a subject, after it proved itself. */
export const clear = (ctx: Context, name: ThrottleName, subject: string): Promise<void> =>
  ctx.transaction((tx) => forgetCounter(tx, counterKey(name, subject)));

/** Takes one honest try back from a counter that others share, without forgetting their failures. */
export const giveBack = (ctx: Context, name: ThrottleName, subject: string): Promise<void> =>
  ctx.transaction((tx) => takeBack(tx, counterKey(name, subject)));

/** Removes counters that are over. @returns how many; the worker calls it */
export const sweepThrottles = (ctx: Context): Promise<number> => ctx.transaction((tx) => removeStale(tx, Date.now()));
