import { Fragment } from 'react';
import { LinkButton } from '@/components/button';
import { type Fact, Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import { workingPeriods } from '@/lib/calendar/working-time';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { telHref } from '../phones';
import type { GridCard as Card } from './load-grid';

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** 8:30–12:00、13:30–18:00, the hours that every promise counts with. */
const Hours = ({ t }: { t: Translate }) => (
  <>
    {t('grid.workdays')}{' '}
    {workingPeriods.map(({ from, to }, at) => (
      <Fragment key={from}>
        <span className="phrase">
          {clock(from)}–{clock(to)}
          {at < workingPeriods.length - 1 && t('grid.hours_and').trim()}
        </span>{' '}
      </Fragment>
    ))}
  </>
);

/** A number to dial as text: it can be read out, copied, and tapped. */
const PhoneLink = ({ phone }: { phone: string }) => <a href={telHref(phone)}>{phone}</a>;

/** Who is in charge of a place: the worker with one big call button, then firm, branch and phones. */
export function GridCard(props: {
  card: Card;
  phones: { community: string | null; supervision: string | null };
  locale: Locale;
  t: Translate;
}) {
  const { card, phones, locale, t } = props;
  const facts: Fact[] = [
    { name: t('grid.hours'), value: <Hours t={t} /> },
    ...card.firms.map((firm) => ({
      name: t('grid.firm'),
      value: (
        <>
          {nameIn(locale, firm.name)} {firm.phone && <PhoneLink phone={firm.phone} />}
        </>
      ),
    })),
    { name: t('grid.branch'), value: card.branch && rowName(locale, card.branch) },
    { name: t('grid.community_phone'), value: phones.community && <PhoneLink phone={phones.community} /> },
    { name: t('grid.supervision_phone'), value: phones.supervision && <PhoneLink phone={phones.supervision} /> },
  ];
  return (
    <section className="card stack" aria-labelledby="cell">
      <header>
        <p className="quiet">{card.place}</p>
        <h2 id="cell" className="grid-cell-name">
          {card.quarter
            ? t('grid.cell_of', { quarter: card.quarter, cell: rowName(locale, card.cell) })
            : rowName(locale, card.cell)}
        </h2>
      </header>
      {card.workers.map((worker) => (
        <div key={worker.name} className="grid-person stack-tight">
          <p className="grid-name">
            <Icon name="grid-worker" className="icon-lg" />
            <span>
              <span className="quiet small">{t('grid.worker')}</span>
              <b>{locale === 'en' ? (worker.nameEn ?? worker.name) : worker.name}</b>
            </span>
          </p>
          {worker.phone && (
            <LinkButton href={telHref(worker.phone)} icon="phone" large wide>
              <span>
                {t('grid.call')} <span className="phrase">{worker.phone}</span>
              </span>
            </LinkButton>
          )}
        </div>
      ))}
      {card.workers.length === 0 && <p>{t('grid.nobody')}</p>}
      <Facts facts={facts} />
      <p className="quiet small">{t('grid.urgent')}</p>
    </section>
  );
}
