import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { CalendarDone } from '@/app/_desk/admin/calendar-done';
import { CalendarWarning, uncoveredYears } from '@/app/_desk/admin/calendar-warnings';
import { CoverForm, coverControls, DayForm, dayControls } from '@/app/_desk/admin/day-form';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { HolidayTable } from '@/app/_desk/admin/holiday-table';
import { readYear } from '@/app/_desk/admin/month-days';
import { YearGrid } from '@/app/_desk/admin/year-grid';
import { formView } from '@/app/_shell/form-values';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { EmptyState } from '@/components/empty-state';
import { Views } from '@/components/views';
import { listCalendarDays } from '@/lib/calendar/queries/list-calendar-days';
import { isDateText, shanghaiDate, yearOfDate } from '@/lib/calendar/shanghai';

type Props = { searchParams: Promise<{ year?: string; day?: string; form?: string; done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('calendar') };
}

/** A2: the working calendar. A year that is not covered warns loudly, this one and the next. */
export default async function Calendar({ searchParams }: Props) {
  const at = '/admin/calendar';
  const query = await searchParams;
  const ctx = await enterRoom('calendar', query);
  const today = shanghaiDate(ctx.now());
  const year = readYear(query.year, yearOfDate(today));
  const chosen = query.day && isDateText(query.day) && yearOfDate(query.day) === year ? query.day : undefined;
  const [t, { locale }, kept, calendar, years] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, at, query.form),
    listCalendarDays(ctx, { year }),
    uncoveredYears(ctx),
  ]);
  const { days, covered } = calendar;
  return (
    <AdminPage ctx={ctx} room="calendar" returnTo={`${at}?year=${year}`} title={t('calendar.title', { year })}>
      <CalendarWarning years={covered === null && !years.includes(year) ? [...years, year] : years} t={t} />
      <CalendarDone done={query.done} day={chosen} {...{ calendar, locale, t }} />
      <Views
        label={t('calendar.years')}
        views={[year - 1, year, year + 1].map((one) => ({
          href: `${at}?year=${one}`,
          label: String(one),
          current: one === year,
        }))}
      />
      <div className="cols">
        <div className="stack">
          <YearGrid {...{ year, days, chosen, today, locale, t }} />
          {days.length === 0 ? (
            <EmptyState title={t('calendar.none', { year })} words={t('calendar.none_words')} />
          ) : (
            <HolidayTable days={days} year={year} locale={locale} t={t} />
          )}
        </div>
        <div className="stack">
          {chosen ? (
            <DayForm
              date={chosen}
              standing={days.find((day) => day.date === chosen) ?? null}
              at={at}
              view={formView('day', kept, dayControls)}
              t={t}
            />
          ) : (
            <p className="card">{t('calendar.choose_day')}</p>
          )}
          <CoverForm {...{ year, covered, today, at, t }} view={formView('cover', kept, coverControls)} />
        </div>
      </div>
    </AdminPage>
  );
}
