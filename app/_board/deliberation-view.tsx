import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { Tally } from '@/lib/deliberation/queries/get-tally';
import { formatDay } from '../_order/when';
import { nameIn } from '../_shell/names';
import type { ReceiptAnswer } from './board-kind';
import { LegalBasis, RulePack } from './deliberation-basis';
import { Prices, Results } from './deliberation-money';
import type { DeliberationPart } from './deliberation-part';
import { DeliberationRail } from './deliberation-rail';
import { Receipts } from './deliberation-receipts';
import { Attachments, Decided, Objections, Versions } from './deliberation-texts';
import { DocumentHead } from './document-head';

/** The days of notice that are left, or that they are over. */
function NoticeDays({ shown, reader: { t, locale } }: DeliberationPart) {
  if (!shown.notice || shown.status !== 'publish_resolution') return null;
  const { until, daysLeft } = shown.notice;
  const date = formatDay(startOfDay(until), null, locale);
  return (
    <p className="promise tone-gold">
      <Icon name="clock" />
      <span>{daysLeft > 0 ? t('board.notice.left', { days: daysLeft, date }) : t('board.notice.over', { date })}</span>
    </p>
  );
}

interface Props extends DeliberationPart {
  community: { zh: string; en: string };
  tallies: Tally[];
  receipt?: ReceiptAnswer;
}

/**
 * A matter for all as everybody may read it: what is decided first, then how, step by step with its numbers, then the
 * ground, the prices, the accounts, and what was said to it.
 */
export function DeliberationView({ community, tallies, receipt, ...part }: Props) {
  const { shown, reader } = part;
  const { t, locale } = reader;
  // Why it ended comes before the steps that led there; what came of it, after them.
  const isEnd = shown.status === 'rejected' || shown.status === 'withdrawn';
  return (
    <article className="doc">
      <DocumentHead
        code={shown.code}
        kind={t('deliberation.kind')}
        place={nameIn(locale, community)}
        title={shown.title}
        reader={reader}
      />
      <Decided {...part} />
      <NoticeDays {...part} />
      {isEnd && <Results {...part} />}
      <section className="part">
        <h2>{t('board.step.title')}</h2>
        <DeliberationRail {...part} />
      </section>
      {!isEnd && <Results {...part} />}
      <Attachments {...part} />
      <Objections {...part} />
      <Prices {...part} />
      <LegalBasis {...part} />
      <Versions {...part} />
      <Receipts {...part} tallies={tallies} receipt={receipt} />
      <RulePack {...part} />
      <section className="part">
        <h2>{t('board.about.title')}</h2>
        <Facts
          facts={[
            { name: t('board.about.number'), value: shown.code },
            {
              name: t('board.about.by'),
              value: `${nameIn(locale, community)} · ${t(`deliberation.legalForm.${shown.legalForm}`)}`,
            },
            { name: t('board.about.opened'), value: formatDay(shown.openedAt, null, locale) },
            { name: t('board.about.motive'), value: t(`deliberation.motive.${shown.motive}`) },
            {
              name: t('board.about.sources'),
              value: shown.sources > 0 ? t('board.about.source_count', { count: shown.sources }) : null,
            },
            { name: t('board.about.project'), value: shown.projectCode },
          ]}
        />
      </section>
    </article>
  );
}
