import { shanghaiDate } from '@/lib/calendar/shanghai';
import { DomainError } from '@/lib/kernel/errors';

/** What is entered as done was done today or before. @throws rule `project.day_to_come` */
export function refuseDayToCome(on: string, now: number): void {
  const today = shanghaiDate(now);
  if (on > today) throw new DomainError('rule', 'project.day_to_come', { params: { today } });
}

/** What is promised is promised for today or later. @throws rule `project.date_past` */
export function refusePast(dueOn: string, now: number): void {
  const today = shanghaiDate(now);
  if (dueOn < today) throw new DomainError('rule', 'project.date_past', { params: { today } });
}
