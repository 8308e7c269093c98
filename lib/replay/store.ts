import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eq, lt } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { replayKey } from './tables';

const keepMs = 7 * 86_400_000;

/**
 * Runs `verb` once per (actor, name, key): the same key again gives the first answer. The key and what it did are
 * written in one transaction, so a crash leaves both or neither. The answer must be JSON and hold no secret.
 * @throws `invalid` `request.key_reused` when the key comes with another input.
 */
export async function once<T>(
  tx: Tx,
  ctx: Context,
  request: { name: string; key: string | undefined; input: unknown },
  verb: () => Promise<T>,
): Promise<T> {
  if (!request.key) return verb();
  const scope = ctx.actor.kind === 'holder' ? `holder:${ctx.actor.orderId}` : actorKey(ctx.actor);
  const key = createHash('sha256').update(`${scope}\n${request.name}\n${request.key}`).digest('hex');
  const fingerprint = createHash('sha256')
    .update(canonicalize(request.input) ?? '')
    .digest('hex');
  const [known] = await tx.select().from(replayKey).where(eq(replayKey.key, key));
  if (known) {
    if (known.fingerprint !== fingerprint) throw new DomainError('invalid', 'request.key_reused');
    return known.answer as T;
  }
  const answer = await verb();
  await tx.insert(replayKey).values({ key, fingerprint, answer, createdAt: Date.now() });
  return answer;
}

/** Keys older than a week are forgotten. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const gone = await tx
    .delete(replayKey)
    .where(lt(replayKey.createdAt, Date.now() - keepMs))
    .returning({ key: replayKey.key });
  return gone.length;
}
