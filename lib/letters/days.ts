import { DomainError } from '@/lib/kernel/errors';

/** A last day that is over already helps nobody. Dates `YYYY-MM-DD`. @throws rule `letter.day_past` */
export function notInPast(day: string, today: string): void {
  if (day < today) throw new DomainError('rule', 'letter.day_past', { params: { today } });
}
