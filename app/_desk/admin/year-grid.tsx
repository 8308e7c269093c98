import type { Locale } from '@/components/preferences';
import type { CalendarDayView } from '@/lib/calendar/view';
import type { Translate } from '../../_shell/translate';
import { type MonthDay, monthWeeks } from './month-days';

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

function dayClass(day: MonthDay): string {
  if (day.exception) return day.exception.kind === 'off' ? 'day day-off' : 'day day-work';
  return day.isWorkday ? 'day' : 'day day-weekend';
}

/** Twelve months; an exception has its colour, its word (休, 班) and its name, and each day leads to its form. */
export function YearGrid(props: {
  year: number;
  days: readonly CalendarDayView[];
  chosen?: string;
  today: string;
  locale: Locale;
  t: Translate;
}) {
  const { year, days, chosen, today, locale, t } = props;
  const title = (day: MonthDay) => {
    const name = day.exception ? (locale === 'en' ? day.exception.nameEn : day.exception.name) : '';
    return t(day.isWorkday ? 'calendar.day_worked' : 'calendar.day_free', { date: day.date, name });
  };
  return (
    <div className="year">
      {months.map((month) => (
        <table key={month} className="month">
          <caption>{t(`calendar.month.${month}`)}</caption>
          <thead>
            <tr>
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col" abbr={t(`calendar.weekday_long.${weekday}`)}>
                  {t(`calendar.weekday.${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthWeeks(year, month, days).map((week, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month, in their order
              <tr key={i}>
                {week.map((day, place) =>
                  day === null ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing else
                    <td key={place} />
                  ) : (
                    <td key={day.date}>
                      <a
                        className={dayClass(day)}
                        href={`/admin/calendar?year=${year}&day=${day.date}#edit`}
                        title={title(day)}
                        aria-label={title(day)}
                        aria-current={day.date === chosen ? 'true' : day.date === today ? 'date' : undefined}
                      >
                        {day.day}
                        {day.exception && <small>{t(`calendar.mark.${day.exception.kind}`)}</small>}
                      </a>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
