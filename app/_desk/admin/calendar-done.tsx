import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { CalendarYearView } from '@/lib/calendar/queries/list-calendar-days';
import { dayOfDate, weekdayOfDay } from '@/lib/calendar/shanghai';
import type { Translate } from '../../_shell/translate';
import { standingOfDay } from './month-days';

/** What the calendar is after a change, read from the calendar itself: which day is worked or free now, or the whole year. */
export function CalendarDone(props: {
  done: string | undefined;
  day: string | undefined;
  calendar: CalendarYearView;
  locale: Locale;
  t: Translate;
}) {
  const { done, day, calendar, locale, t } = props;
  if (done === 'cover') {
    const key = calendar.covered ? 'calendar.changed.covered' : 'calendar.changed.uncovered';
    return <Notice kind="done">{t(key, { year: calendar.year })}</Notice>;
  }
  if (done !== 'day' || !day) return null;
  const exception = calendar.days.find((one) => one.date === day);
  return (
    <Notice kind="done">
      {t(`calendar.changed.${standingOfDay(day, calendar.days)}`, {
        date: day,
        weekday: t(`calendar.weekday_long.${weekdayOfDay(dayOfDate(day))}`),
        name: (locale === 'en' ? exception?.nameEn : exception?.name) ?? '',
      })}{' '}
      {t('calendar.changed.orders')}
    </Notice>
  );
}
