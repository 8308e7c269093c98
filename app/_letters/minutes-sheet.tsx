import { startOfDay } from '@/lib/calendar/shanghai';
import { formatDate } from '../_order/when';
import type { SheetProps } from './letter-sheet';
import { listPath } from './paths';

/** 协调会会议纪要 on A4 (M11): of each meeting who came and what was decided, by whom and until when. */
export function MinutesSheet({ found, community, ribbon, english, zh, en, desk }: SheetProps) {
  const both = (key: string) => (
    <>
      {zh(key)}
      {english && (
        <span className="tj-en" lang="en">
          {' '}
          {en(key)}
        </span>
      )}
    </>
  );
  const nameOf = (code: string) => found.units.find((unit) => unit.code === code)?.name.zh ?? code;
  const day = (text: string) => formatDate(startOfDay(text), 'zh-CN');
  return (
    <>
      <nav className="tj-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk('letter.sheet.print')}</b>
        <a href={`${listPath}/${found.code}`}>{desk('letter.sheet.back')}</a>
      </nav>
      <main id="main" className="tj" lang="zh-CN">
        {ribbon}
        <h1>{both('letter.minutes.title')}</h1>
        <p className="tj-no">{found.code}</p>
        <p>
          <b>{both('letter.minutes.subject')}</b> {found.subject}
        </p>
        {found.meetings.length === 0 && <p>{both('letter.minutes.none')}</p>}
        {found.meetings.map((meeting) => (
          <section key={meeting.id}>
            <h2>
              {day(meeting.heldOn)} {meeting.place}
            </h2>
            <p>
              <b>{both('letter.minutes.present')}</b>{' '}
              {[...meeting.present.map(nameOf), ...(meeting.others ? [meeting.others] : [])].join('、')}
            </p>
            <p className="tj-text">
              <b>{both('letter.minutes.agenda')}</b> {meeting.agenda}
            </p>
            <ol>
              {meeting.decisions.map((one) => (
                <li key={one.id}>
                  {one.no}. {one.words}（{nameOf(one.owner)}，{zh('letter.meeting.by', { day: day(one.dueOn) })}）
                  {one.settled && ` ${zh('letter.minutes.done')}${one.settled}`}
                </li>
              ))}
            </ol>
          </section>
        ))}
        <footer className="tj-foot">
          <p>{community}</p>
          <p>{both('letter.minutes.sign')}</p>
        </footer>
      </main>
    </>
  );
}
