import type { Context } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { type LadderStep, ladderSteps } from '../status';
import { loadSeen } from './get-order';
import { ladderStaff } from './ladder-staff';

export interface PossibleOwner {
  personId: string;
  name: { zh: string; en: string };
  step: LadderStep;
}

/** To whom a 督办单 of this order may be addressed today, by their steps: whoever lives, and may know which order it is. */
export async function ownersOf(ctx: Context, input: { code: string }): Promise<PossibleOwner[]> {
  const { order } = await loadSeen(ctx, input.code);
  const staff = await ladderStaff(ctx, order);
  const found = new Map<string, LadderStep>();
  for (const step of ladderSteps) {
    if (step === 'admin') continue;
    for (const { personId, named } of staff[step]) if (named && !found.has(personId)) found.set(personId, step);
  }
  const names = await personNames(ctx.db, [...found.keys()]);
  return [...found].flatMap(([personId, step]) => {
    const name = names.get(personId);
    return name ? [{ personId, name, step }] : [];
  });
}
