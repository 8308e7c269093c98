import { CardHead } from '@/components/card-head';
import { Chip } from '@/components/chip';
import type { Locale } from '@/components/preferences';
import type { ClaimStanding } from '@/lib/orders/queries/claim-standing';
import type { PoolCard as PoolCardView } from '@/lib/orders/queries/list-pool';
import { hoursOf, orderCapHours } from '@/lib/volunteers/hours';
import { RemainingTime } from '../_order/remaining-time';
import { formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { ClaimButton } from './claim-button';
import { Joined } from './joined';
import { UrgencyChip } from './urgency-chip';

/** An offer: what, roughly where, until when, what it takes. No name, no door number, none of the resident's words. */
export function PoolCard(props: {
  card: PoolCardView;
  cellName: string;
  standing: ClaimStanding;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { card, cellName, standing, now, locale, t } = props;
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  const name = nameIn(locale, card.itemName);
  return (
    <article className="card stack-tight">
      <CardHead
        as="h2"
        title={name}
        aside={<UrgencyChip urgency={card.urgency} t={t} />}
        meta={
          <Joined parts={[card.distance && t(`places.distance.${card.distance}`), cellName, hoursWords(card, t)]} />
        }
      />
      {card.skills.length > 0 && (
        <p className="chips">
          {card.skills.map((skill) => (
            <Chip key={skill} tone="teal" icon="check">
              {t(`work.skill.${skill}`)}
            </Chip>
          ))}
        </p>
      )}
      {card.note && (
        <p className="task-said" lang={wordsLang(locale)}>
          {card.note}
        </p>
      )}
      <div className="task-foot">
        <span className="task-when">
          {card.shift ? (
            <span className="strong">
              {t('volunteer.card.shift', { from: when(card.shift.startsAt), to: when(card.shift.endsAt) })}
            </span>
          ) : (
            card.finishBy && (
              <>
                <span className="phrase strong">{t('volunteer.card.finish_by', { when: when(card.finishBy) })}</span>{' '}
                <RemainingTime
                  clock={{ startedAt: Date.parse(card.offeredAt), dueAt: Date.parse(card.finishBy), now }}
                  t={t}
                />
              </>
            )
          )}
        </span>
        <ClaimButton order={card} item={name} {...{ standing, now, locale, t }} />
      </div>
    </article>
  );
}

/** Hours that it brings: those of the shift where there is one, else as long as it takes, up to what counts of an order. */
function hoursWords({ shift }: PoolCardView, t: Translate): string {
  const most = orderCapHours * 60;
  const minutes = shift && Math.floor((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000);
  return minutes === null
    ? t('volunteer.card.hours', { most: orderCapHours })
    : t('volunteer.card.hours_shift', { hours: hoursOf(Math.min(minutes, most)) });
}
