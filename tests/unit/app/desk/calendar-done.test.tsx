import { renderToStaticMarkup as html } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CalendarDone } from '@/app/_desk/admin/calendar-done';
import type { CalendarDayView } from '@/lib/calendar/view';
import { wordsIn } from '../../components/words';

const day = (date: string, kind: 'off' | 'work'): CalendarDayView => ({
  ...{ date, kind, name: '春节', nameEn: 'Spring Festival', source: '国办发明电〔2023〕7号' },
  ...{ note: null, edited: true, updatedAt: 0 },
});
const days = [day('2024-02-12', 'off'), day('2024-02-18', 'work')];
const told = (done: string | undefined, date?: string, covered = false, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const by = covered ? { source: '国办发明电〔2023〕7号', checkedOn: '2024-01-15' } : null;
  const calendar = { year: 2024, days, covered: by, warnings: [], mayEdit: true };
  return html(<CalendarDone {...{ done, day: date, calendar, locale, t: wordsIn(locale) }} />).replace(/<[^>]*>/g, '');
};

describe('what the calendar says after a change', () => {
  it('is which day is free or worked now, and why', () => {
    expect(told('day', '2024-02-12')).toContain('2024-02-12（星期一）放假，春节');
    expect(told('day', '2024-02-18')).toContain('2024-02-18（星期日）调休上班，春节');
    expect(told('day', '2024-02-19')).toContain('2024-02-19（星期一）恢复为平常的工作日');
    expect(told('day', '2024-02-24')).toContain('2024-02-24（星期六）恢复为平常的周末');
    expect(told('day', '2024-02-18', false, 'en')).toContain(
      '2024-02-18 (Sunday) is worked in exchange, Spring Festival',
    );
  });

  it('is what a year counts by, and nothing where nothing was done', () => {
    expect(told('cover', undefined, true)).toContain('2024 年的放假调休已标为录全');
    expect(told('cover')).toContain('2024 年已改为没有录全');
    expect([told(undefined, '2024-02-12'), told('day'), told('else')]).toEqual(['', '', '']);
  });
});
