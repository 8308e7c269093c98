import type { Actor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';

/** Who may change the calendar: a system administrator or an officer of the street, whose orders it moves. */
export const mayEditCalendar = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.memberships.some((m) => m.role === 'system_admin' || m.role === 'street_officer');

/** @throws DomainError `forbidden` `calendar.not_allowed`. */
export function requireCalendarEditor(actor: Actor): void {
  if (!mayEditCalendar(actor)) throw new DomainError('forbidden', 'calendar.not_allowed');
}

/** Reference data is loaded by the program itself at installation, or by an editor. @throws as `requireCalendarEditor`. */
export function requireCalendarLoader(actor: Actor): void {
  if (actor.kind !== 'system') requireCalendarEditor(actor);
}
