import type { ReactElement } from 'react';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { LetterDetail } from '@/lib/letters/queries/get-letter';
import { formatDate } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { listPath } from './paths';

export interface SheetProps {
  found: LetterDetail;
  community: string;
  ribbon: ReactElement | null;
  english: boolean;
  zh: Translate;
  en: Translate;
  desk: Translate;
}

/**
 * 工作联系单 on A4: to whom, what, until when, a box for each unit's receipt stamp and reply. Chinese, as it goes from hand
 * to hand; headings in English as well where the desk reads English.
 */
export function LetterSheet(props: SheetProps) {
  const { found, english, zh, en, desk } = props;
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
  return (
    <>
      <nav className="tj-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk('letter.sheet.print')}</b>
        <a href={`${listPath}/${found.code}`}>{desk('letter.sheet.back')}</a>
      </nav>
      <main id="main" className="tj" lang="zh-CN">
        {props.ribbon}
        <h1>{both('letter.sheet.title')}</h1>
        <p className="tj-no">{found.code}</p>
        <p>
          <b>{both('letter.sheet.from')}</b> {props.community}
        </p>
        <p>
          <b>{both('letter.sheet.to')}</b>{' '}
          {found.units.map((unit) => `${unit.name.zh}（${zh(`letter.part.${unit.part}`)}）`).join('、')}
        </p>
        {found.orderCode && (
          <p>
            <b>{both('letter.head.order')}</b> {found.orderCode}
          </p>
        )}
        <h2>{found.subject}</h2>
        <p className="tj-text">{found.words}</p>
        <p>
          <b>{both('letter.field.reply_by')}</b> {formatDate(startOfDay(found.replyBy), 'zh-CN')}
        </p>
        <div className="tj-signs">
          {found.units.map((unit) => (
            <div key={unit.code} className="tj-sign tj-seal">
              <b>{unit.name.zh}</b>
              <br />
              {both('letter.sheet.received')}{' '}
              {unit.receivedAt === null ? '　　年　　月　　日' : formatDate(unit.receivedAt, 'zh-CN')}
              <br />
              {both('letter.sheet.reply')}
              {unit.replies
                .filter(({ kind }) => kind === 'reply')
                .map((reply) => (
                  <p key={reply.at} className="tj-text">
                    {formatDate(reply.at, 'zh-CN')} {reply.words}
                  </p>
                ))}
            </div>
          ))}
        </div>
        <footer className="tj-foot">
          <p>{formatDate(found.sentAt, 'zh-CN')}</p>
          <p>{both('letter.sheet.stamp')}</p>
        </footer>
      </main>
    </>
  );
}
