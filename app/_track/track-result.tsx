import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { PhotoStrip } from '@/components/photo-strip';
import { SealMark } from '@/components/seal';
import { formatWhen } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { photosOf } from './photos';
import type { TrackPart } from './track-page';

// The bar with the main action stays in sight but at extra-large, where it stands at the end: there each card has its own.

/** What the community asked, in its own words. */
export function TrackAsked({ viewer: { order, handle, abilities }, reader: { t, locale, mode } }: TrackPart) {
  const asked = order.timeline.findLast((entry) => entry.type === 'order.info_asked');
  if (order.status !== 'need_info' || !asked?.words) return null;
  return (
    <Card className="stack">
      <h2>{t('track.asked')}</h2>
      <p className="words" lang={wordsLang(locale)}>
        {asked.words}
      </p>
      {mode === 'xl' && abilities.includes('supplement') && (
        <LinkButton wide icon="message" href={`/t/${handle}/supplement`}>
          {t('track.action.supplement')}
        </LinkButton>
      )}
    </Card>
  );
}

/** What was done, once the branch has passed it: outcome, words, photos of the last round, and the rating. */
export function TrackResult({ viewer, reader: { t, locale, mode }, now }: TrackPart) {
  const { order, abilities, handle } = viewer;
  if (order.status !== 'awaiting_rating' && order.status !== 'closed') return null;
  const round = Math.max(0, ...order.evidence.map((piece) => piece.round));
  const words = order.evidence.filter((piece) => piece.round === round && piece.text);
  const passed = order.timeline.findLast((entry) => entry.type === 'order.passed');
  const rating = order.ratings.findLast((one) => one.stars !== null);
  return (
    <Card className="stack">
      <h2>{t('track.result')}</h2>
      <SealMark
        kind={order.status === 'closed' ? 'closed' : 'verified'}
        words={order.outcome ? t(`outcome.${order.outcome}`) : t('seal.closed')}
        meta={
          passed && order.outcome !== 'no_info'
            ? t('track.verified_at', { when: formatWhen(Date.parse(passed.at), now, locale) })
            : undefined
        }
      />
      {words.map((piece) => (
        <p key={`${piece.kind} ${piece.text}`} className="words" lang={wordsLang(locale)}>
          {piece.text}
        </p>
      ))}
      <PhotoStrip photos={photosOf(viewer, t, ({ kind, seq }) => kind !== 'requester' && seq === round)} />
      {order.status === 'closed' && rating?.stars && (
        <>
          <p>
            {t(rating.via === 'requester' ? 'track.your_rating' : 'track.called_rating', {
              level: t(`rate.level.${rating.stars}`),
              solved: t(`rate.solved.${rating.solved ?? 'yes'}`),
            })}
          </p>
          {rating.words && (
            <p className="words" lang={wordsLang(locale)}>
              {rating.words}
            </p>
          )}
        </>
      )}
      {mode === 'xl' && abilities.includes('rate') && (
        <LinkButton large wide icon="star" href={`/t/${handle}/rate`}>
          {t(order.status === 'closed' ? 'track.rate_late' : 'track.action.rate')}
        </LinkButton>
      )}
    </Card>
  );
}

/** Why it was not accepted, where to go instead, and the other ways, each with its number. */
export function TrackDeclined({ viewer: { order, abilities, handle }, reader: { t, locale, mode }, data }: TrackPart) {
  if (order.status !== 'declined') return null;
  const entry = order.timeline.findLast((one) => one.type === 'order.declined');
  const rightPlace = entry?.data.rightPlace;
  return (
    <Card className="stack">
      <h2>{t('track.declined')}</h2>
      {entry && <p className="strong">{t(`declineReason.${String(entry.data.reason)}`)}</p>}
      {entry?.words && (
        <p className="words" lang={wordsLang(locale)}>
          {entry.words}
        </p>
      )}
      {typeof rightPlace === 'string' && (
        <p>
          {t('track.right_place')} <b lang={wordsLang(locale)}>{rightPlace}</b>
        </p>
      )}
      {mode === 'xl' && abilities.includes('appeal') && (
        <LinkButton kind="outline" wide href={`/t/${handle}/appeal`}>
          {t('track.action.appeal')}
        </LinkButton>
      )}
      <div>
        <p className="strong">{t('track.other_ways')}</p>
        <ul className="ways">
          {(['hotline', 'police', 'petition', 'court', 'community'] as const).map((way) => (
            <li key={way}>
              {t(`track.way.${way}`)}
              {way === 'hotline' && <Tel number="12345" />}
              {way === 'police' && <Tel number="110" />}
              {way === 'community' && <Tel number={data.phone} />}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

const Tel = ({ number }: { number: string }) => (
  <a className="tel" href={`tel:${number}`}>
    {number}
  </a>
);
