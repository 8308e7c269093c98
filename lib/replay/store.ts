import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eq, lt } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Context, Reader, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { replayKey } from './tables';

const keepMs = 7 * 86_400_000;

type Keyed = { name: string; key: string };

function storedKey(actor: Actor, { name, key }: Keyed): string {
  const scope = actor.kind === 'holder' ? `holder:${actor.orderId}` : actorKey(actor);
  return createHash('sha256').update(`${scope}\n${name}\n${key}`).digest('hex');
}

/**
 * Whether this actor's request with this key was answered before. What stands before a verb and would refuse its
 * repetition (a throttle, a used link) asks this first; whether the content is the same, `once` looks.
 */
export async function wasAnswered(db: Pick<Reader, 'select'>, actor: Actor, request: Keyed): Promise<boolean> {
  const rows = await db
    .select({ key: replayKey.key })
    .from(replayKey)
    .where(eq(replayKey.key, storedKey(actor, request)));
  return rows.length > 0;
}

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
  const key = storedKey(ctx.actor, { name: request.name, key: request.key });
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
