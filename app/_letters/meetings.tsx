import { LinkButton } from '@/components/button';
import { Chip } from '@/components/chip';
import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { LetterDetail } from '@/lib/letters/queries/get-letter';
import type { DecisionView } from '@/lib/letters/queries/meeting-views';
import { formatDay } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { listPath } from './paths';

function DecisionChip({ one, t }: { one: DecisionView; t: Translate }) {
  if (one.settledAt !== null) {
    return (
      <Chip tone="green" icon="circle-check">
        {t('letter.meeting.settled')}
      </Chip>
    );
  }
  return (
    <Chip tone={one.late ? 'cinnabar' : 'gold'} icon={one.late ? 'triangle' : 'clipboard'}>
      {t(one.late ? 'letter.meeting.late' : 'letter.meeting.open')}
    </Chip>
  );
}

/** 协调会: who came, and each decision with its owner, its day and what was done. Nothing where none was held. */
export function LetterMeetings(props: { found: LetterDetail; now: number; locale: Locale; t: Translate }) {
  const { found, now, locale, t } = props;
  if (found.meetings.length === 0) return null;
  const nameOf = (code: string) => {
    const unit = found.units.find((one) => one.code === code);
    return unit ? nameIn(locale, unit.name) : code;
  };
  const day = (text: string) => formatDay(startOfDay(text), now, locale);
  return (
    <section className="card stack" aria-labelledby="meetings">
      <h2 id="meetings">{t('letter.meeting.title')}</h2>
      {found.meetings.map((meeting) => (
        <div key={meeting.id} className="piece stack-tight">
          <h3 className="card-title">
            {day(meeting.heldOn)} · <span lang={wordsLang(locale)}>{meeting.place}</span>
          </h3>
          <p className="letter-words" lang={wordsLang(locale)}>
            {meeting.agenda}
          </p>
          <p className="quiet small">
            {t('letter.meeting.came', { units: meeting.present.map(nameOf).join(' · ') })}
            {meeting.others && <span lang={wordsLang(locale)}> · {meeting.others}</span>}
          </p>
          {meeting.decisions.map((one) => (
            <div key={one.id} className="stack-tight">
              <p>
                {one.no}. <span lang={wordsLang(locale)}>{one.words}</span> <DecisionChip one={one} t={t} />
              </p>
              <p className="quiet small">
                {nameOf(one.owner)} · {t('letter.meeting.by', { day: day(one.dueOn) })}
              </p>
              {one.settled && (
                <p className="letter-words" lang={wordsLang(locale)}>
                  {one.settled}
                </p>
              )}
            </div>
          ))}
        </div>
      ))}
      <p>
        <LinkButton href={`${listPath}/${found.code}/minutes`} kind="outline" icon="printer">
          {t('letter.minutes.open')}
        </LinkButton>
      </p>
    </section>
  );
}
