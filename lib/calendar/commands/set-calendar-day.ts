import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type SetCalendarDayInput, setCalendarDayInput } from '../input';
import { requireCalendarEditor } from '../policy';
import { type CalendarDayRow, enqueueChanged, insertDay, removeDay, replaceDay } from '../store';
import { type CalendarDayView, calendarDayView } from '../view';
import { type DayKind, isWeekend } from '../working-calendar';

/**
 * Sets or removes (`kind: null`) one exception; null when it was removed. `expected` is the kind that the editor saw,
 * so that of two editors the second is told.
 * @throws DomainError `forbidden` `calendar.not_allowed`; `conflict` `calendar.day_changed`; `rule`
 * `calendar.already_workday` (a weekday needs no exception to be worked) or `calendar.no_exception` (nothing to remove).
 */
export async function setCalendarDay(ctx: Context, input: SetCalendarDayInput): Promise<CalendarDayView | null> {
  requireCalendarEditor(ctx.actor);
  const { date, kind, expected, name = '', nameEn = '', source = '', note } = parse(setCalendarDayInput, input);
  if (kind === 'work' && !isWeekend(date)) throw new DomainError('rule', 'calendar.already_workday');
  if (kind === null && expected === null) throw new DomainError('rule', 'calendar.no_exception');
  return ctx.transaction(async (tx) => {
    const row: CalendarDayRow | null = kind && {
      date,
      kind,
      name,
      nameEn,
      source,
      note: note || null,
      updatedAt: ctx.now(),
      updatedBy: actorKey(ctx.actor),
    };
    if (!(await guardedWrite(tx, date, row, expected))) throw new DomainError('conflict', 'calendar.day_changed');
    await writeAudit(tx, ctx, {
      action: row ? 'calendar.day_set' : 'calendar.day_removed',
      subjectKind: 'calendar_day',
      subjectId: date,
      data: { from: expected, to: kind, name, source },
    });
    if (kind !== expected) await enqueueChanged(tx, { fromDate: date, toDate: date });
    return row && calendarDayView(row);
  });
}

/** False when what stands there is not what was expected. */
async function guardedWrite(
  tx: Tx,
  date: string,
  row: CalendarDayRow | null,
  expected: DayKind | null,
): Promise<boolean> {
  if (row) return expected ? replaceDay(tx, row, expected) : insertDay(tx, row);
  return expected ? removeDay(tx, date, expected) : false;
}
