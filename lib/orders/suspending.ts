import { dateOfDay, dayNumber } from '@/lib/calendar/shanghai';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { OrderRow } from './facts';
import { addNote } from './store';

/** Longer than this nobody can say when it goes on: it is closed with its reason, or becomes a project. */
const longestDays = 365;

/** The days on which a suspension of today may end: tomorrow, and a year from now. `YYYY-MM-DD` */
export const resumeDays = (now: number): { from: string; to: string } => ({
  from: dateOfDay(dayNumber(now) + 1),
  to: dateOfDay(dayNumber(now) + longestDays),
});

/** @throws invalid `order.resume_day` for a day that is not among `resumeDays` */
export function refuseDay(resumeOn: string, now: number): void {
  const { from, to } = resumeDays(now);
  if (resumeOn >= from && resumeOn <= to) return;
  const issue = { reason: 'order.resume_day', message: 'resumeOn', params: { from, to } };
  throw new DomainError('invalid', issue.reason, { params: issue.params, issues: [{ path: 'resumeOn', ...issue }] });
}

/** The words of a suspension as notes: the reason, and of what has to be built the plan. */
export async function noteSuspension(
  tx: Tx,
  order: OrderRow,
  said: { reason: string; plan?: string; toResident: boolean; author: Actor; at: number },
): Promise<{ note: string; plan: string | null }> {
  const { author, toResident, at } = said;
  const keep = (words: string) => addNote(tx, order, { author, byRequester: false, toResident, words, at });
  return { note: await keep(said.reason), plan: said.plan ? await keep(said.plan) : null };
}
