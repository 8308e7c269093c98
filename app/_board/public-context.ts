import { currentContext } from '@/lib/transport/session';
import type { PublicContext } from './board-kind';

/**
 * Nobody in particular, whoever is signed in. A page of the board shows what everybody may read, so that what a keeper
 * checks here is what hangs on the wall.
 */
export async function publicContext(): Promise<PublicContext> {
  const ctx = await currentContext();
  return { ...ctx, actor: { kind: 'anonymous' } };
}
