import { Icon } from '@/components/icon';
import { shanghaiDate, startOfDay } from '@/lib/calendar/shanghai';
import type { TextView } from '@/lib/deliberation/queries/get-deliberation';
import { formatDay, machineTime } from '../_order/when';
import { wordsLang } from '../_shell/names';
import type { DeliberationPart } from './deliberation-part';
import { Digest, Fold } from './paper-parts';

const circled = (i: number): string => (i < 20 ? String.fromCodePoint(0x2460 + i) : `${i + 1}.`);

/** The numbered points of a text, in the reader's language where there is one; `than`: points that are new are marked. */
export function PointList({
  text,
  than,
  reader: { locale, t },
}: Pick<DeliberationPart, 'reader'> & { text: TextView; than?: TextView }) {
  const english = locale === 'en' ? text.points.en : null;
  const points = english ?? text.points.zh;
  const before = english ? than?.points.en : than?.points.zh;
  return (
    <ol className="points" lang={english ? undefined : wordsLang(locale)}>
      {points.map((point, i) => (
        <li key={point}>
          <span>{circled(i)}</span>
          <span>
            {point}
            {before && !before.includes(point) && <span className="changed">{t('board.version.changed')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What is decided, before all numbers; while nothing is, the plan that they vote on. */
export function Decided({ shown, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const last = shown.resolutions.at(-1);
  const text = last ?? shown.plan;
  if (!text) return <p className="quiet">{t('board.text.none')}</p>;
  return (
    <>
      {!last && <p className="quiet">{t('board.text.plan')}</p>}
      <PointList text={text} reader={reader} />
      {text.words && <p lang={wordsLang(locale)}>{text.words}</p>}
      {last && !last.asVoted && (
        <p>
          <b className="ink-cinnabar">{t('board.version.not_as_voted')}</b>{' '}
          <a className="alone" href="#voted">
            {t('board.version.see_voted')}
          </a>
        </p>
      )}
      {shown.resolutions.length > 1 && (
        <p className="small">
          <a className="alone" href="#versions">
            {t('board.version.now', { version: text.version })}
          </a>
        </p>
      )}
    </>
  );
}

/** A published resolution is never edited: its versions, beside each other on a wide screen, each with its reason. */
export function Versions({ shown, medium, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const { resolutions } = shown;
  if (resolutions.length === 0) return null;
  const cards = [...resolutions].reverse();
  return (
    <section className="part" id="versions">
      <h2>{t('board.version.title')}</h2>
      <div className="versions">
        {cards.map((text, i) => (
          <article key={text.version} className="version">
            <h3>
              <time dateTime={machineTime(text.at)}>
                {t('board.version.head', { version: text.version, date: formatDay(text.at, null, locale) })}
              </time>
            </h3>
            {text.reason && (
              <p>
                {t('board.version.why')} <span lang={wordsLang(locale)}>{text.reason}</span>
              </p>
            )}
            {!text.asVoted && <p className="ink-cinnabar">{t('board.version.not_as_voted')}</p>}
            {resolutions.length > 1 && <PointList text={text} than={cards[i + 1]} reader={reader} />}
            <Fold medium={medium} title={t('board.digest.text')}>
              <p className="small">
                <Digest value={text.sha256} />
              </p>
            </Fold>
          </article>
        ))}
      </div>
      {shown.voted && resolutions.some((text) => !text.asVoted) && (
        <article id="voted" className="version">
          <h3>{t('board.version.voted')}</h3>
          <PointList text={shown.voted} reader={reader} />
          {shown.voted.words && <p lang={wordsLang(locale)}>{shown.voted.words}</p>}
        </article>
      )}
    </section>
  );
}

/** 意见 and their answers, without a name; what nobody has looked through yet is counted and not shown. */
export function Objections({ shown, now, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const today = shanghaiDate(now);
  if (shown.resolutions.length === 0) return null;
  return (
    <section className="part" id="said">
      <h2>{t('board.said.title', { count: shown.objections.length })}</h2>
      {shown.objections.length === 0 && <p className="quiet">{t('board.said.none')}</p>}
      <ul className="said">
        {shown.objections.map((one) => (
          <li key={one.id}>
            <p className="quiet small">{t('board.said.at', { date: formatDay(one.at, null, locale) })}</p>
            {one.words ? (
              <p className="say" lang={wordsLang(locale)}>
                {one.words}
              </p>
            ) : (
              <p className={one.answerBy < today ? 'ink-cinnabar' : 'quiet'}>
                {t(one.answerBy < today ? 'board.said.overdue' : 'board.said.waits', {
                  date: formatDay(startOfDay(one.answerBy), null, locale),
                })}
              </p>
            )}
            {one.answer && one.answeredAt !== null && (
              <div className="reply">
                <p className="strong">{t('board.said.answer', { date: formatDay(one.answeredAt, null, locale) })}</p>
                <p lang={wordsLang(locale)}>{one.answer}</p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was attached for everybody to read; each opens by itself. */
export function Attachments({ shown, reader }: DeliberationPart) {
  const { t, locale } = reader;
  if (shown.files.length === 0) return null;
  return (
    <section className="part" id="files">
      <h2>{t('board.files.title')}</h2>
      <ul>
        {shown.files.map((file) => (
          <li key={file.document}>
            <a className="alone" href={`/documents/${file.document}`}>
              <Icon name="paperclip" className="icon-text" />
              <span lang={wordsLang(locale)}>{file.name}</span>
            </a>{' '}
            <span className="quiet small">{t('board.files.at', { date: formatDay(file.at, null, locale) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
