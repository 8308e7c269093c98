import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { PhotoStrip } from '@/components/photo-strip';
import type { AnswerDetail, SaidView } from '@/lib/answers/queries/get-answer';
import { formatDay, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import { answerLooks, answerState, answerTime, dayText } from './answer-state';
import { DocumentHead } from './document-head';

interface Props {
  shown: AnswerDetail;
  community: { zh: string; en: string };
  now: number;
  reader: Reader;
}

/** What was said, in the reader's language where there is one. */
function Words({ said, reader: { locale } }: { said: SaidView; reader: Reader }) {
  const english = locale === 'en' ? said.words.en : null;
  return (
    <p className="say" lang={english ? undefined : wordsLang(locale)}>
      {english ?? said.words.zh}
    </p>
  );
}

function Why({ said, reader: { t, locale } }: { said: SaidView; reader: Reader }) {
  if (!said.reason) return null;
  return (
    <p>
      <b>{t('answers.why')}</b> <span lang={wordsLang(locale)}>{said.reason}</span>
    </p>
  );
}

function Photos({ code, said, reader: { t } }: { code: string; said: SaidView; reader: Reader }) {
  const src = (id: string, size: string) => `/photos/${id}?of=${code}${size}`;
  return (
    <PhotoStrip
      photos={said.photos.map((id, i) => ({
        src: src(id, '&size=thumb'),
        href: src(id, ''),
        alt: t('answers.photo', { n: i + 1, total: said.photos.length }),
      }))}
    />
  );
}

/** Everything that was said before, the latest first: a date that was not kept stays readable beside the new one. */
function Earlier({ shown, reader }: Props) {
  const { t, locale } = reader;
  const earlier = shown.said.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
    <section className="part" id="versions">
      <h2>{t('answers.earlier')}</h2>
      <div className="versions">
        {earlier.map((one) => (
          <article key={one.version} className="version">
            <h3>
              <time dateTime={machineTime(one.at)}>{formatDay(one.at, null, locale)}</time>
            </h3>
            {one.dueOn && <p>{t('answers.time.was', { date: dayText(one.dueOn, locale) })}</p>}
            <Words said={one} reader={reader} />
            <Why said={one} reader={reader} />
            <Photos code={shown.code} said={one} reader={reader} />
          </article>
        ))}
      </div>
    </section>
  );
}

/** A public answer: what is decided and until when, in words with the reason, then what was said before. Nobody is named. */
export function AnswerView(props: Props) {
  const { shown, community, now, reader } = props;
  const { t, locale } = reader;
  const state = answerState(shown);
  const look = answerLooks[state];
  const latest = shown.said.at(-1);
  const link = (code: string | null) =>
    code && (
      <a className="alone" href={`/board/${code}`}>
        {code}
      </a>
    );
  return (
    <article className="doc">
      <DocumentHead
        code={shown.code}
        kind={t('answers.kind')}
        place={nameIn(locale, community)}
        title={shown.title}
        reader={reader}
      />
      <p className={`promise tone-${look.tone}`}>
        <Icon name={look.icon} />
        <span>
          {t(`answers.state.${state}`)}
          <br />
          {answerTime(shown, now, reader)}
        </span>
      </p>
      {latest && (
        <>
          <Words said={latest} reader={reader} />
          <Why said={latest} reader={reader} />
          <Photos code={shown.code} said={latest} reader={reader} />
        </>
      )}
      {shown.isHidden && <p className="quiet">{t('answers.hidden')}</p>}
      <section className="part">
        <h2>{t('answers.how')}</h2>
        <Facts
          facts={[
            { name: t('board.about.number'), value: shown.code },
            { name: t('board.about.by'), value: nameIn(locale, community) },
            { name: t('answers.decided'), value: t(`answers.decision.${shown.decision}`) },
            { name: t('answers.weighed'), value: t(`answers.by.${shown.weighedBy}`) },
            { name: t('answers.weighed_on'), value: dayText(shown.weighedOn, locale) },
            { name: t('answers.given_on'), value: formatDay(shown.at, null, locale) },
            { name: t('deliberation.kind'), value: link(shown.deliberation) },
            { name: t('board.about.project'), value: link(shown.project) },
          ]}
        />
      </section>
      <Earlier {...props} />
    </article>
  );
}
