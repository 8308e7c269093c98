import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** What came of it: the outcome, the evidence of the last round, and what the resident answered. */
export function OrderResult(props: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const { order, now, locale, t } = props;
  const last = Math.max(0, ...order.evidence.map((piece) => piece.round));
  const pieces = order.evidence.filter((piece) => piece.round === last && (piece.text || piece.missingReason));
  if (!order.outcome && pieces.length === 0 && order.ratings.length === 0) return null;
  return (
    <Card className="stack">
      <h2>{t('desk.result.title')}</h2>
      <Facts
        facts={[
          { name: t('desk.result.outcome'), value: order.outcome && t(`outcome.${order.outcome}`) },
          { name: t('desk.result.closing'), value: order.closing && t(`desk.result.closed_by.${order.closing}`) },
          ...pieces.map((piece) => ({
            name: t(`evidence.kind.${piece.kind}`),
            value: (
              <span lang={wordsLang(locale)}>
                {piece.missingReason ? t('desk.result.missing', { reason: piece.missingReason }) : piece.text}
              </span>
            ),
          })),
        ]}
      />
      {order.ratings.length > 0 && (
        <ul className="stack-tight">
          {order.ratings.map((rating) => (
            <li key={rating.at}>
              <span className="quiet small">
                {formatWhen(Date.parse(rating.at), now, locale)} · {t(`desk.result.via.${rating.via}`)}
              </span>{' '}
              {rating.via !== 'requester' && rating.reached && (
                <>
                  <Chip tone="info" icon="user-plus">
                    {t('desk.result.for_resident')}
                  </Chip>{' '}
                </>
              )}
              {rating.reached && rating.solved && rating.stars ? (
                <b>
                  {t(`callback.solved.${rating.solved}`)} · {t(`state.level.${rating.stars}`)}
                </b>
              ) : (
                <b>{t('desk.result.not_reached')}</b>
              )}
              {rating.contactedInTime !== null && (
                <span>
                  {' · '}
                  {t(`desk.result.${rating.contactedInTime ? 'came_in_time' : 'came_late'}`)}
                </span>
              )}
              {rating.words && <span lang={wordsLang(locale)}> {rating.words}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
