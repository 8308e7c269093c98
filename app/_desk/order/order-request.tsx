import { Card } from '@/components/card';
import { type Fact, Facts } from '@/components/facts';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { newPath } from '../../_mediation/paths';
import { PlaceLine } from '../../_order/place-line';
import { formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { nameIn, rowName, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import type { OrderPageData } from './load-order';
import { RevealForms } from './reveal-form';
import type { RevealedContact } from './revealed';

interface Props {
  data: OrderPageData;
  revealed: RevealedContact;
  reveal: (form: FormData) => Promise<void>;
  view: FormView;
  now: number;
  locale: Locale;
  t: Translate;
}

/** Name and phone as this reader may see them; what was just revealed stands in place of the mask. */
export function contactFacts({
  order,
  revealed,
  t,
}: {
  order: OrderDetail;
  revealed: RevealedContact;
  t: Translate;
}): Fact[] {
  const { contact, flags } = order;
  const name = revealed.name ?? contact.name;
  const phone = revealed.phone ?? contact.phone;
  if (flags?.anonymous) return [{ name: t('desk.field.requester'), value: t('desk.contact.anonymous') }];
  return [
    { name: t('desk.field.requester'), value: name ?? t('desk.contact.no_name') },
    { name: t('desk.field.phone'), value: phone ?? t('desk.contact.no_phone') },
  ];
}

/** What was said, where the clerk wrote something else for those who work on it. */
const ownWords = ({ proxy, words }: OrderDetail): string | null =>
  proxy?.words && proxy.words !== words ? proxy.words : null;

function proxyFacts(order: OrderDetail, now: number, locale: Locale, t: Translate): Fact[] {
  if (!order.proxy) return [];
  const when = formatWhen(Date.parse(order.proxy.consentAt), now, locale);
  return [
    { name: t('proxy.title'), value: t('proxy.known', { by: t(`proxy.known_by.${order.proxy.knownBy}`) }) },
    { name: t('proxy.consent.short'), value: t('proxy.consent.at', { when }) },
    // The same name stands above already where the one who spoke is the requester.
    {
      name: t('desk.field.spoken_by'),
      value: order.proxy.spokenBy === order.contact.name ? null : order.proxy.spokenBy,
    },
    {
      name: t('desk.field.spoken_words'),
      value: ownWords(order) && <span lang={wordsLang(locale)}>{ownWords(order)}</span>,
    },
  ];
}

/** 还牵涉: the second item, and for who registers mediations the way there. */
export const alsoFact = ({ code, also, relations }: OrderDetail, locale: Locale, t: Translate) => ({
  name: t('desk.field.also'),
  value: also && (
    <>
      {also.item} {nameIn(locale, also.name)}{' '}
      {also.mediates && relations.includes('secretary') && (
        <a href={`${newPath}?order=${code}`}>{t('mediation.open.title')}</a>
      )}
    </>
  ),
});

/** The order's photos, each with whose it is. */
export const requestPhotos = (order: OrderDetail, t: Translate) =>
  order.photos.map((photo, i) => ({
    src: `/photos/${photo.id}?size=thumb`,
    href: `/photos/${photo.id}`,
    alt: t(photo.kind === 'requester' ? 'common.photo.by_resident' : 'common.photo.by_handler', {
      n: i + 1,
      total: order.photos.length,
    }),
  }));

/** What was asked, where, by whom as far as this reader may know, and whom it is about. */
export function OrderRequest(props: Props) {
  const { data, now, locale, t } = props;
  const { order, cell, gridWorker } = data;
  const where = order.place && nameIn(locale, order.place);
  const cellLine = cell && t('desk.field.cell_line', { cell: rowName(locale, cell), count: data.cellLoad });
  return (
    <Card className="stack">
      <h2>{t(ownWords(order) ? 'desk.request.summary' : 'desk.request.title')}</h2>
      {order.words && (
        <blockquote className="request-words" lang={wordsLang(locale)}>
          {order.words}
        </blockquote>
      )}
      <PhotoStrip photos={requestPhotos(order, t)} />
      <Facts
        facts={[
          { name: t('desk.field.place'), value: <PlaceLine {...{ where, locale }} detail={order.contact.detail} /> },
          { name: t('common.map.cell'), value: cellLine },
          {
            name: t('desk.field.grid_worker'),
            value: gridWorker && [nameIn(locale, gridWorker), gridWorker.phone].filter(Boolean).join(' '),
          },
          ...contactFacts({ order, revealed: props.revealed, t }),
          ...proxyFacts(order, now, locale, t),
          alsoFact(order, locale, t),
          { name: t('desk.field.about'), value: order.about && <span lang={wordsLang(locale)}>{order.about}</span> },
          {
            name: t('desk.field.shift'),
            value:
              order.shift &&
              `${formatWhen(Date.parse(order.shift.startsAt), now, locale)} – ${formatWhen(Date.parse(order.shift.endsAt), now, locale)}`,
          },
          {
            name: t('desk.field.handler'),
            value: order.handler && [nameIn(locale, order.handler.name), order.handler.phone].filter(Boolean).join(' '),
          },
          {
            name: t('desk.field.co_handlers'),
            value: order.coHandlers.map((one) => nameIn(locale, one)).join(locale === 'en' ? ', ' : '、'),
          },
        ]}
      />
      <RevealForms {...props} />
    </Card>
  );
}
