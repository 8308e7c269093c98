import { Chip } from '@/components/chip';
import { ItemCard } from '@/components/item-card';
import { startOfDay } from '@/lib/calendar/shanghai';
import { formatDay, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import type { BoardRow } from './board-kind';
import { kindOf } from './kinds';

/** Matters as cards: what it is, how it stands, who made it public and when, and the days left to say something. */
export function BoardList({ rows, place, reader }: { rows: BoardRow[]; place: string; reader: Reader }) {
  const { t, locale } = reader;
  return (
    <div className="stack-tight">
      {rows.map(({ code, title, state, at, notice, lines = [] }) => {
        const english = locale === 'en' && title.en !== title.zh;
        const kind = kindOf(code);
        return (
          <ItemCard
            key={code}
            href={`/board/${code}`}
            title={<span lang={english ? undefined : wordsLang(locale)}>{nameIn(locale, title)}</span>}
            aside={
              <Chip tone={state.tone} icon={state.icon}>
                {state.word}
              </Chip>
            }
            meta={
              <>
                {kind && `${t(kind.name)} · `}
                {place} ·{' '}
                <time dateTime={machineTime(at)}>{t('board.published', { date: formatDay(at, null, locale) })}</time>
              </>
            }
          >
            {lines.map((line) =>
              typeof line === 'string' ? (
                <p key={line}>{line}</p>
              ) : (
                <p key={line.label}>
                  {line.label} <span lang={wordsLang(locale)}>{line.said}</span>
                </p>
              ),
            )}
            {notice && (
              <p className="ink-gold strong">
                {t(notice.words ?? 'board.notice.left', {
                  days: notice.daysLeft,
                  date: formatDay(startOfDay(notice.until), null, locale),
                })}
              </p>
            )}
          </ItemCard>
        );
      })}
    </div>
  );
}
