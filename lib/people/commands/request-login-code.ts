import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { enqueue } from '@/lib/outbox/store';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { smsWay } from '@/lib/sms/way';
import { hitAll } from '@/lib/throttle/throttle';
import { insertLoginCode } from '../code-store';
import { type RequestLoginCodeInput, requestLoginCodeInput } from '../input';
import { codeLifeMs, loginCodeHash, loginCodeOf } from '../login-codes';

export interface AskedCode {
  codeId: string;
  /** When another one may be asked for, in seconds from now. */
  resendAfterSeconds: number;
  validSeconds: number;
  /** The code itself, where no message is sent (a demo); null everywhere else. */
  shown: string | null;
}

/**
 * Makes a one-time code for a mobile number and has it sent. A number that nobody has here gets the same answer and a
 * code as well: nothing tells who is registered. Only the newest code of a number opens.
 * @throws not_found `login.code_off` where no message can be sent, invalid for what is no mobile number,
 *   too_many `throttle.code_resend` | `throttle.code_phone` | `throttle.code_address`
 */
export async function requestLoginCode(ctx: Context, input: RequestLoginCodeInput): Promise<AskedCode> {
  const way = await smsWay(ctx);
  if (way === null) throw new DomainError('not_found', 'login.code_off');
  const { phone } = parse(requestLoginCodeInput, input);
  await hitAll(ctx, [
    { name: 'code.resend', subject: phone },
    { name: 'code.phone', subject: phone },
    { name: 'code.address', subject: ctx.caller.address },
  ]);
  const id = newId();
  const code = loginCodeOf(id);
  const now = Date.now();
  await ctx.transaction(async (tx) => {
    await insertLoginCode(tx, {
      id,
      phone,
      codeHash: loginCodeHash(id, code),
      createdAt: now,
      expiresAt: now + codeLifeMs,
      tries: 0,
    });
    if (way === 'gateway') await enqueue(tx, 'login_code.asked', { codeId: id });
    await writeAudit(tx, ctx, { action: 'login_code.asked', subjectKind: 'login_code', subjectId: id });
  });
  const { windowSeconds } = await getSetting(ctx, 'throttle.code.resend');
  return {
    codeId: id,
    resendAfterSeconds: windowSeconds,
    validSeconds: codeLifeMs / 1000,
    shown: way === 'screen' ? code : null,
  };
}
