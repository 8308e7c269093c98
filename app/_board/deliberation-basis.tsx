import { Facts } from '@/components/facts';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { OwnersVote } from '@/lib/deliberation/owners';
import { type BodyRule, isUnread, packOf } from '@/lib/deliberation/rule-packs';
import { votingStages } from '@/lib/deliberation/status';
import type { Share } from '@/lib/deliberation/thresholds';
import { formatDay } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { percentOf } from './amounts';
import type { DeliberationPart } from './deliberation-part';
import { type LawArticle, lawTexts } from './law-texts';
import { Fold } from './paper-parts';

/** The message key of a share: `eligible_2_3`, with `_over` for 超过. */
export const shareKey = ({ of, num, den, strict }: Share): string =>
  `deliberation.share.${of}_${num}_${den}${strict ? '_over' : ''}`;

/** An article as it stands in the law; on English pages with its meaning in short before it. */
export function Law(props: { article: LawArticle; reader: Pick<DeliberationPart['reader'], 't' | 'locale'> }) {
  const {
    article,
    reader: { t, locale },
  } = props;
  return (
    <figure className="law">
      <figcaption className="strong">{t('board.law.name', { article })}</figcaption>
      {locale === 'en' && <p>{t(`board.law.${article}`)}</p>}
      <blockquote lang="zh-CN">{lawTexts[article]}</blockquote>
    </figure>
  );
}

/** What the owners voted, by areas and by heads, each as the part of what 民法典 278 counts it of. */
export function OwnersNumbers({ owners, t }: { owners: OwnersVote; t: DeliberationPart['reader']['t'] }) {
  const { matter, areaAll, areaPart, areaYes, headsAll, headsPart, headsYes } = owners;
  const percent = { part: percentOf(headsPart, headsAll), yes: percentOf(headsYes, headsPart) };
  const byArea = { part: percentOf(areaPart, areaAll), yes: percentOf(areaYes, areaPart) };
  return (
    <ul className="bullets">
      <li>{t(`deliberation.owners.${matter}`)}</li>
      <li>
        {t('board.basis.owners_heads', {
          all: headsAll,
          part: headsPart,
          yes: headsYes,
          partShare: percent.part,
          yesShare: percent.yes,
        })}
      </li>
      <li>
        {t('board.basis.owners_area', {
          all: areaAll,
          part: areaPart,
          yes: areaYes,
          partShare: byArea.part,
          yesShare: byArea.yes,
        })}
      </li>
    </ul>
  );
}

/** Whether land of the owners is touched, what was said to it, and the law it rests on. */
export function LegalBasis({ shown, medium, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const { choice, words, owners, versions } = shown.basis;
  if (!choice) return null;
  const earlier = versions.slice(0, -1).reverse();
  return (
    <section className="part">
      <h2>{t('board.basis.title')}</h2>
      <p className="strong">{t(`deliberation.basis.${choice}`)}</p>
      {words && <p lang={wordsLang(locale)}>{words}</p>}
      {owners && <OwnersNumbers owners={owners} t={t} />}
      {earlier.length > 0 && (
        <Fold medium={medium} title={t('board.basis.earlier')}>
          {earlier.map((one) => (
            <div key={one.version} className="earlier">
              <p className="quiet">
                {t('board.version.head', { version: one.version, date: formatDay(one.at, null, locale) })}
              </p>
              <p className="strong">{t(`deliberation.basis.${one.choice}`)}</p>
              {one.words && <p lang={wordsLang(locale)}>{one.words}</p>}
              {one.owners && <OwnersNumbers owners={one.owners} t={t} />}
            </div>
          ))}
        </Fold>
      )}
      <Fold medium={medium} title={t('board.basis.law')}>
        <Law article="275" reader={reader} />
        {choice !== 'not_shared' && <Law article="278" reader={reader} />}
      </Fold>
    </section>
  );
}

function RuleWords({ rule, reader: { t } }: Pick<DeliberationPart, 'reader'> & { rule: BodyRule }) {
  const words = (share: Share) =>
    t('board.rules.share', { share: t(shareKey(share)), source: t(`deliberation.rule.${share.source}`) });
  return (
    <ul className="bullets small">
      {rule.quorum.map((share) => (
        <li key={`quorum-${share.source}`}>{t('board.rules.quorum', { words: words(share) })}</li>
      ))}
      {rule.majority.map((share) => (
        <li key={`majority-${share.source}`}>{t('board.rules.majority', { words: words(share) })}</li>
      ))}
    </ul>
  );
}

/** By which rules it was counted, where they are written, and when they were compared with the text. */
export function RulePack({ shown, medium, reader }: DeliberationPart) {
  const { t, locale } = reader;
  const pack = packOf(shown.pack.id);
  const bodyOf = (stage: (typeof votingStages)[number]) => {
    const held = shown.meetings.findLast((one) => one.stage === stage)?.body;
    return pack.stages[stage].find((rule) => rule.body === held) ?? pack.stages[stage][0];
  };
  const rules = votingStages.map(bodyOf);
  return (
    <section className="part">
      <h2>{t('board.rules.title')}</h2>
      <Facts
        facts={[
          { name: t('board.rules.pack'), value: t(`deliberation.pack.${pack.id}`) },
          { name: t('board.rules.checked'), value: formatDay(startOfDay(pack.checkedOn), null, locale) },
          { name: t('board.rules.notice'), value: t('board.rules.days', { days: pack.publicDays }) },
        ]}
      />
      {isUnread(pack) && <p className="small">{t('board.rules.unread')}</p>}
      <Fold medium={medium} title={t('board.rules.each')}>
        {rules.map((rule) => (
          <div key={rule.body} className="rule">
            <p className="strong">{t(`deliberation.body.${pack.legalForm}.${rule.body}`)}</p>
            <RuleWords rule={rule} reader={reader} />
          </div>
        ))}
      </Fold>
    </section>
  );
}
