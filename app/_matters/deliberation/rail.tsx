import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { railOf, type Stone, stoneName } from '../../_board/rail';
import { formatWhen } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import { SaidWords } from '../../_shell/said-words';
import type { Translate } from '../../_shell/translate';
import { attendanceWords, bodyWords, resultWords } from './case-words';

interface Props {
  detail: DeliberationDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

const sheetOf = { propose: 1, consult: 2, review: 3, resolve: 4, publish_resolution: 5, publish_result: 6 } as const;

function Meeting({ meeting, detail, now, locale, t }: Props & { meeting: MeetingView }) {
  const lines = [attendanceWords(meeting, t), resultWords(meeting, t)].filter((line) => line !== null);
  return (
    <li className="meeting">
      <p>
        <b>{bodyWords(detail.legalForm, meeting.body, t)}</b>{' '}
        <span className={meeting.state === 'failed' || meeting.state === 'annulled' ? 'ink-cinnabar' : 'quiet'}>
          {t(`matters.meetingState.${meeting.state}`)}
        </span>
      </p>
      <p className="quiet small">
        {formatWhen(meeting.heldAt, now, locale)} <span lang={wordsLang(locale)}>{meeting.place}</span>
      </p>
      {lines.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
      {meeting.annulled && <p className="small">{t('matters.meeting.why_annulled', { reason: meeting.annulled })}</p>}
    </li>
  );
}

/** What its clerk typed of the filing, as the sentence of it says it. */
const filedWith = ({ filing }: DeliberationDetail): string => (filing ? `${filing.unit}, ${filing.receiptNo}` : '');

/** What stands beside a stone that is no meeting. */
function publicWords(stone: Stone, { detail, now, locale, t }: Props): string | null {
  const published = detail.resolutions.at(-1);
  if (stone.key === 'publish_resolution' && published && detail.notice) {
    const since = formatWhen(published.at, now, locale);
    return detail.notice.daysLeft > 0 && stone.state === 'now'
      ? t('matters.published.running', { since, until: detail.notice.until, days: detail.notice.daysLeft })
      : t('matters.published.over', { since, until: detail.notice.until });
  }
  if (stone.key === 'filing') {
    return detail.filing ? t('matters.filing.done', { ...detail.filing }) : t('matters.filing.locks');
  }
  const result = stone.key === 'publish_result' ? detail.results.at(-1) : undefined;
  return result ? formatWhen(result.at, now, locale) : null;
}

/**
 * 一 提议, 二 商议, 三 审议, 四 决议, 公, [备案], 公: the stones of 四议两公开, each with its meetings. A stone is cut once its
 * stage is done, framed while it goes on, dashed before.
 */
export function Rail(props: Props) {
  const { detail, t } = props;
  return (
    <ol className="rail">
      {railOf(detail).map((stone) => {
        const says = publicWords(stone, props);
        const meetings = [...stone.earlier, ...(stone.meeting ? [stone.meeting] : [])];
        return (
          <li
            key={stone.key}
            className={`stone-row stone-${stone.state}`}
            aria-current={stone.state === 'now' && stone.key !== 'filing' ? 'step' : undefined}
          >
            <span className="stone" aria-hidden="true" lang="zh-CN">
              {stone.key === 'filing' ? <Icon name="lock" /> : stone.mark}
            </span>
            <div className="stone-body stack-tight">
              <h3>
                <span className="away">{t(`board.state.${stone.state}`)} </span>
                {t(stoneName(stone, detail.legalForm))}
              </h3>
              {says && (
                <p className="small">
                  <SaidWords sentence={says} words={stone.key === 'filing' ? filedWith(detail) : ''} />
                </p>
              )}
              {meetings.length > 0 && (
                <ul className="stack-tight">
                  {meetings.map((meeting) => (
                    <Meeting key={meeting.id} {...props} meeting={meeting} />
                  ))}
                </ul>
              )}
              {stone.key !== 'filing' && stone.state !== 'next' && (
                <p className="small">
                  <a className="alone" href={`/desk/deliberations/${detail.code}/sheets/${sheetOf[stone.key]}`}>
                    {t('matters.sheet.print', { n: sheetOf[stone.key] })}
                  </a>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
