import type { Status } from '@/lib/orders/status';
import type { Draft } from './plan-draft';
import type { PlannedOrder } from './plan-order';
import { closeSteps, reopenSteps } from './plan-steps-close';
import {
  acceptSteps,
  declineSteps,
  dispatchSteps,
  intakeSteps,
  silentSteps,
  withdrawSteps,
} from './plan-steps-dispatch';
import { workSteps } from './plan-steps-work';
import { type Tools, type Writer, writerOf } from './plan-writer';
import type { Random } from './random';

/** The whole life of one order of the history. */
export function lifeOf(draft: Draft, tools: Tools, random: Random): PlannedOrder {
  const writer = writerOf(draft, tools, random);
  const endsAs = live(writer);
  return { ...draft.order, steps: writer.steps, endsAs };
}

function live(writer: Writer): Status {
  const { fate } = writer.draft;
  if (fate.end === 'declined') return declineSteps(writer);
  if (fate.end === 'no_info') return silentSteps(writer);
  intakeSteps(writer);
  dispatchSteps(writer);
  if (fate.end === 'withdrawn') return withdrawSteps(writer);
  acceptSteps(writer);
  workSteps(writer);
  closeSteps(writer, 0);
  if (fate.reopens) {
    reopenSteps(writer);
    closeSteps(writer, 1);
  }
  return 'closed';
}
