import type { Context } from '@/lib/kernel/context';
import { type RoundStep, toldOfRound } from './queries/told-of-round';

/**
 * Once nothing more comes in, those who keep the papers are told to write the list: a round ends with it and not before.
 * Its other events are news for nobody in particular. A repeat tells nobody twice.
 */
export async function tellOfRound(
  ctx: Context,
  message: { caseId: string; seq: number },
  tell: (step: Omit<RoundStep, 'type' | 'communityCode'> & { kind: string; community: string }) => Promise<void>,
): Promise<void> {
  const step = await toldOfRound(ctx, message);
  if (step?.type !== 'round.closed') return;
  const { type: kind, communityCode: community, ...rest } = step;
  await tell({ kind, community, ...rest });
}
