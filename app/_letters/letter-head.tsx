import { CardHead } from '@/components/card-head';
import { Chip } from '@/components/chip';
import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { LetterDetail, LetterUnit } from '@/lib/letters/queries/get-letter';
import { formatDay, formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { StateChip } from './state-chip';

interface Props {
  found: LetterDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

/** What is asked, of which order, until when, and how it stands. `atDesk`: whether the reader has the desk's pages. */
export function LetterHead({ found, now, locale, t, atDesk }: Props & { atDesk: boolean }) {
  const late = found.units.some((unit) => unit.late);
  const leadReplied = found.units.some((unit) => unit.part === 'lead' && unit.repliedAt !== null);
  return (
    <section className="card stack">
      <CardHead
        as="h1"
        title={<span lang={wordsLang(locale)}>{found.subject}</span>}
        aside={<StateChip status={found.status} {...{ late, leadReplied, t }} />}
        meta={[
          <span key="sent" className="service-code">
            {t('letter.head.sent', { code: found.code, when: formatDay(found.sentAt, now, locale) })}
          </span>,
          <span key="by">{t('letter.head.reply_by', { day: formatDay(startOfDay(found.replyBy), now, locale) })}</span>,
        ]}
      />
      <p className="letter-words" lang={wordsLang(locale)}>
        {found.words}
      </p>
      {found.orderCode && (
        <p>
          {t('letter.head.order')}{' '}
          {atDesk ? (
            <a className="alone" href={`/desk/o/${found.orderCode}`}>
              {found.orderCode}
            </a>
          ) : (
            found.orderCode
          )}
        </p>
      )}
      {found.ended && (
        <p>
          <b>{t(`letter.ended.${found.status === 'closed' ? 'closed' : 'called_off'}`)}</b>{' '}
          <span lang={wordsLang(locale)}>{found.ended}</span>
        </p>
      )}
    </section>
  );
}

function UnitChip({ unit, t }: { unit: LetterUnit; t: Translate }) {
  if (unit.repliedAt !== null) {
    return (
      <Chip tone="green" icon="circle-check">
        {t('letter.unit.replied')}
      </Chip>
    );
  }
  if (unit.late) {
    return (
      <Chip tone="cinnabar" icon="triangle">
        {t('letter.state.late')}
      </Chip>
    );
  }
  const isReceived = unit.receivedAt !== null;
  return (
    <Chip tone={isReceived ? 'info' : 'gold'} icon={isReceived ? 'notebook' : 'clipboard'}>
      {t(isReceived ? 'letter.unit.received' : 'letter.unit.unread')}
    </Chip>
  );
}

/** Every unit that it went to, the lead first: its receipt, its replies, what was sent back and when. */
export function LetterUnits({ found, now, locale, t }: Props) {
  return (
    <section className="card stack" aria-labelledby="units">
      <h2 id="units">{t('letter.units')}</h2>
      {found.units.map((unit) => (
        <div key={unit.code} className="piece stack-tight">
          <div className="card-head">
            <h3 className="card-title">
              {nameIn(locale, unit.name)} <span className="quiet small">{t(`letter.part.${unit.part}`)}</span>
            </h3>
            <UnitChip unit={unit} t={t} />
          </div>
          {unit.receivedAt !== null && (
            <p className="quiet small">
              {t('letter.unit.received_at', { when: formatWhen(unit.receivedAt, now, locale) })}
            </p>
          )}
          {unit.replies.map((reply) => (
            <p key={reply.at} className="letter-words">
              <span className="quiet small">
                {t(`letter.reply.${reply.kind}`, { when: formatWhen(reply.at, now, locale) })}
              </span>{' '}
              <span lang={wordsLang(locale)}>{reply.words}</span>
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
