import { DomainError } from '@/lib/kernel/errors';
import type { Status } from './status';

/** A promise that is neither done nor taken back, and whose last day is over: red until something new is said. */
export const isLate = ({ status, dueOn }: { status: Status; dueOn: string | null }, today: string): boolean =>
  status === 'promised' && dueOn !== null && dueOn < today;

/** @throws rule a promise for a day that is over already */
export function refusePastDue(dueOn: string | undefined, today: string): void {
  if (dueOn !== undefined && dueOn < today) throw new DomainError('rule', 'answer.due_in_past', { params: { today } });
}

/** @throws rule weighed on a day that is still to come */
export function refuseWeighedToCome(weighedOn: string, today: string): void {
  if (weighedOn > today) throw new DomainError('rule', 'answer.weighed_to_come', { params: { today } });
}

/** @throws rule done on a day to come, or before it was decided */
export function refuseDoneOn(doneOn: string, weighedOn: string, today: string): void {
  if (doneOn > today) throw new DomainError('rule', 'answer.done_to_come', { params: { today } });
  if (doneOn < weighedOn) throw new DomainError('rule', 'answer.done_before_weighed', { params: { weighedOn } });
}
