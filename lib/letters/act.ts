import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import type { Context } from '@/lib/kernel/context';
import type { LetterFacts } from './conditions';
import { findLetter, type LetterRow, letterFacts, type UnitRow, unitsOfLetter } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import { type LetterSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

/** What a step looks at beside the rule's facts: the units written to, the lead first. */
export interface LetterStep extends LetterFacts {
  units: UnitRow[];
}

/** The one way in which a command changes a letter. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<LetterRow, LetterStep, A, Relation>) => Promise<LetterRow>,
): Promise<LetterSummary> => {
  const factsOf = async (tx: Parameters<typeof unitsOfLetter>[0], row: LetterRow, now: number): Promise<LetterStep> => {
    const units = await unitsOfLetter(tx, row.id);
    return { ...letterFacts(row, units, ctx.actor, now), units };
  };
  const room: CaseRoom<LetterRow, LetterStep, Action, Relation, LetterSummary> = {
    slice: 'letter',
    reasons: { notFound: 'letter.not_found', stale: 'letter.stale' },
    find: findLetter,
    facts: factsOf,
    standing: async (tx, actor, row) => standingOf(actor, row, await unitsOfLetter(tx, row.id)),
    decide: (one, row, facts, standing) => guard.decide(one, row.status, facts, standing),
    isQuiet: guard.isQuiet,
    show: async (tx, row, actor, now) => {
      const facts = await factsOf(tx, row, now);
      return summaryOf(row, facts, standingOf(actor, row, facts.units));
    },
  };
  return actOn(ctx, room, action, request, (one) => step(one as CaseAct<LetterRow, LetterStep, A, Relation>));
};
