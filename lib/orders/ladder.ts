import { type Ground, type LadderStep, ladderSteps, type Status } from './status';

/** Somebody who lives: an open account and a role that stands today. `named` = they may know which order it is. */
export interface Living {
  personId: string;
  named: boolean;
}

/** Who lives on each step, the one who would own a notice first; nobody = the step is missing. */
export type Staff = Readonly<Record<LadderStep, readonly Living[]>>;

export interface Rung {
  step: LadderStep;
  owner: Living;
  /** The others of the step: whoever is away today is not alone with it. */
  beside: Living[];
}

/** The steps in order, by who has to act: nobody is asked before those whose turn it is. */
const ladders = {
  work: ['holder', 'cell', 'community', 'street', 'supervisor', 'admin'],
  check: ['verifier', 'parent', 'street', 'supervisor', 'admin'],
  desk: ['community', 'street', 'supervisor', 'admin'],
} as const satisfies Record<string, readonly LadderStep[]>;

const inHand: readonly Status[] = ['assigned', 'in_progress'];

function ladderOf(status: Status): readonly LadderStep[] {
  if (status === 'awaiting_verification') return ladders.check;
  return inHand.includes(status) ? ladders.work : ladders.desk;
}

function rungFrom(steps: readonly LadderStep[], staff: Staff): Rung | null {
  for (const step of steps) {
    const [owner, ...beside] = staff[step];
    if (owner) return { step, owner, beside };
  }
  return null;
}

/**
 * Who gets a new notice: the first living person from the step whose turn it is. A check that is overdue is the parent
 * branch's at once (3.1.1). Null where nobody lives on any step.
 */
export function firstRung(status: Status, ground: Ground, staff: Staff): Rung | null {
  const steps = ladderOf(status);
  return rungFrom(ground === 'verify' ? steps.slice(1) : steps, staff);
}

/**
 * Who gets it next: the first living person above `step`, also where the order came to other hands since and its ladder
 * is another. With `gone` the owner lives no more, so others of the same step come first. Null at the top.
 */
export function nextRung(status: Status, step: LadderStep | null, staff: Staff, gone = false): Rung | null {
  const order = (name: LadderStep) => ladderSteps.indexOf(name);
  const steps = ladderOf(status).filter(
    (name) => step === null || (gone ? order(name) >= order(step) : order(name) > order(step)),
  );
  return rungFrom(steps, staff);
}
