import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { PlaceLine } from '../_order/place-line';
import { formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { mapHref } from './map-link';

/** Why no phone stands here, in words; undefined where there is one. */
function withoutPhone(order: OrderDetail): string | undefined {
  if (order.contact.phone) return undefined;
  if (order.flags?.anonymous) return 'work.place.anonymous';
  if (order.flags?.confidential) return 'work.place.confidential';
  return 'work.place.no_phone';
}

/** Where to go and whom to ask for; only for who holds the order. */
export function TaskPlace({
  order,
  now,
  locale,
  t,
}: {
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { contact, shift, position } = order;
  const why = withoutPhone(order);
  const where = order.place && nameIn(locale, order.place);
  return (
    <Card>
      <h2 className="card-title">{t('work.place.title')}</h2>
      <Facts
        facts={[
          {
            name: t('work.place.where'),
            value: <PlaceLine {...{ where, locale }} detail={contact.detail} />,
          },
          {
            name: t('work.place.shift'),
            value:
              shift &&
              t('work.place.from_to', {
                from: formatWhen(Date.parse(shift.startsAt), now, locale),
                to: formatWhen(Date.parse(shift.endsAt), now, locale),
              }),
          },
          { name: t('work.place.who'), value: contact.name && <span lang={wordsLang(locale)}>{contact.name}</span> },
          {
            name: t('work.place.phone'),
            value: contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>,
          },
        ]}
      />
      {position && (
        <p>
          <LinkButton kind="outline" icon="navigation" href={mapHref(position, where ?? '')} rel="noreferrer">
            {t('work.place.map')}
          </LinkButton>
        </p>
      )}
      {why && <p className="quiet small">{t(why)}</p>}
    </Card>
  );
}
