import { DataTable } from '@/components/data-table';
import type { Locale } from '@/components/preferences';
import type { CalendarDayView } from '@/lib/calendar/view';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { holidaysOf } from './month-days';

/** The year's holidays by name, each with its free days and the weekends worked for them. */
export function HolidayTable(props: { days: CalendarDayView[]; year: number; locale: Locale; t: Translate }) {
  const { days, year, locale, t } = props;
  const links = (list: CalendarDayView[]) =>
    list.length === 0
      ? '–'
      : list.map((day) => (
          <a key={day.date} className="day-link" href={`/admin/calendar?year=${year}&day=${day.date}#edit`}>
            {day.date.slice(5)}
          </a>
        ));
  return (
    <DataTable
      caption={t('calendar.caption', { year, count: days.length })}
      rows={holidaysOf(days)}
      rowKey={(holiday) => `${holiday.name} ${holiday.source}`}
      columns={[
        {
          key: 'name',
          head: t('calendar.name'),
          names: true,
          cell: (holiday) => (locale === 'en' ? holiday.nameEn : holiday.name),
        },
        { key: 'off', head: t('calendar.kinds.off'), cell: (holiday) => links(holiday.off) },
        { key: 'work', head: t('calendar.kinds.work'), cell: (holiday) => links(holiday.work) },
        {
          key: 'source',
          head: t('calendar.source'),
          cell: (holiday) => <span lang={wordsLang(locale)}>{holiday.source}</span>,
        },
        {
          key: 'by',
          head: t('calendar.by'),
          cell: (holiday) => t(holiday.edited ? 'calendar.by_hand' : 'calendar.by_data'),
        },
      ]}
    />
  );
}
