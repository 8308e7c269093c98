import { Notice } from '@/components/notice';
import { listCalendarDays } from '@/lib/calendar/queries/list-calendar-days';
import { shanghaiDate, yearOfDate } from '@/lib/calendar/shanghai';
import type { StaffContext } from '../../_shell/enter';
import type { Translate } from '../../_shell/translate';

/** Of this year and the next, those whose holidays are not known: their due times are a guess. */
export async function uncoveredYears(ctx: StaffContext): Promise<number[]> {
  const year = yearOfDate(shanghaiDate(ctx.now()));
  const views = await Promise.all([year, year + 1].map((y) => listCalendarDays(ctx, { year: y })));
  return views.filter((view) => view.covered === null).map((view) => view.year);
}

/** The loud warning, with the way to mend it. */
export function CalendarWarning({ years, t }: { years: number[]; t: Translate }) {
  if (years.length === 0) return null;
  return (
    <Notice kind="bad">
      <b>{t('calendar.uncovered', { years: years.join(t('calendar.and')) })}</b> {t('calendar.uncovered_means')}{' '}
      {years.map((year) => (
        <a key={year} href={`/admin/calendar?year=${year}`}>
          {t('calendar.open_year', { year })}{' '}
        </a>
      ))}
    </Notice>
  );
}
