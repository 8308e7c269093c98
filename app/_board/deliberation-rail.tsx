import { Icon } from '@/components/icon';
import { startOfDay } from '@/lib/calendar/shanghai';
import { formatDay, machineTime } from '../_order/when';
import { wordsLang } from '../_shell/names';
import type { DeliberationPart } from './deliberation-part';
import { EarlierMeetings, MeetingNumbers } from './deliberation-vote';
import { railOf, type Stone, stoneName } from './rail';

/** What stands beneath the stone of the publication: from when, until when, what was said to it. */
function Published({ shown, reader: { t, locale } }: DeliberationPart) {
  const first = shown.resolutions[0];
  if (!first || !shown.notice) return <p className="quiet">{t('board.step.not_published')}</p>;
  const answered = shown.objections.filter((one) => one.answeredAt !== null).length;
  return (
    <>
      <p className="quiet">
        <time dateTime={machineTime(first.at)}>
          {t('board.step.published', {
            date: formatDay(first.at, null, locale),
            until: formatDay(startOfDay(shown.notice.until), null, locale),
          })}
        </time>
      </p>
      {shown.objections.length > 0 && <p>{t('board.step.objections', { count: shown.objections.length, answered })}</p>}
    </>
  );
}

function Filed({ shown, reader: { t, locale }, state }: DeliberationPart & { state: Stone['state'] }) {
  const { filing } = shown;
  if (!filing)
    return <p className="quiet">{t(state === 'locked' ? 'board.step.filing_later' : 'board.step.filing')}</p>;
  return (
    <p className="quiet">
      {t('board.step.filed', { date: formatDay(startOfDay(filing.on), null, locale) })}{' '}
      <span lang={wordsLang(locale)}>
        {filing.unit} · {filing.receiptNo}
      </span>
    </p>
  );
}

function Result({ shown, reader: { t, locale }, state }: DeliberationPart & { state: Stone['state'] }) {
  const last = shown.results.at(-1);
  if (state === 'done' && last) {
    return (
      <p className="quiet">
        <a className="alone" href="#result">
          {t('board.step.result', { date: formatDay(last.at, null, locale) })}
        </a>
      </p>
    );
  }
  if (state === 'now') return <p className="quiet">{t('board.step.carried_out')}</p>;
  return <p className="quiet">{t(shown.needsFiling ? 'board.step.after_filing' : 'board.step.later')}</p>;
}

function StoneBody({ stone, ...part }: DeliberationPart & { stone: Stone }) {
  const { t } = part.reader;
  if (stone.key === 'publish_resolution' && stone.state !== 'next') return <Published {...part} />;
  if (stone.key === 'filing') return <Filed {...part} state={stone.state} />;
  if (stone.key === 'publish_result') return <Result {...part} state={stone.state} />;
  if (stone.meeting) {
    return (
      <>
        <MeetingNumbers {...part} meeting={stone.meeting} />
        <EarlierMeetings {...part} earlier={stone.earlier} />
      </>
    );
  }
  return <p className="quiet">{t(stone.state === 'now' ? 'board.step.preparing' : 'board.step.locked')}</p>;
}

/** 一 二 三 四 公 公: the steps as seal stones, what was decided in each, and what is still shut with its reason. */
export function DeliberationRail(part: DeliberationPart) {
  const { shown, reader } = part;
  const { t } = reader;
  return (
    <ol className="stones">
      {railOf(shown).map((stone) => (
        <li key={stone.key} className={`st-${stone.state}`} aria-current={stone.state === 'now' ? 'step' : undefined}>
          <span className="stone" aria-hidden="true" lang="zh-CN">
            {stone.mark || <Icon name="lock" />}
          </span>
          <h3>
            {t(stoneName(stone, shown.legalForm))}{' '}
            <span className="stone-state">{t(`board.state.${stone.state}`)}</span>
          </h3>
          <StoneBody {...part} stone={stone} />
        </li>
      ))}
    </ol>
  );
}
