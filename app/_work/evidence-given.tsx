import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import type { PieceName } from './piece-names';

/** What the handler stated last: outcome, reply, texts, readings. */
export function EvidenceGiven(props: { order: OrderDetail; nameOf: PieceName; locale: Locale; t: Translate }) {
  const { order, nameOf, locale, t } = props;
  const last = Math.max(0, ...order.evidence.map((piece) => piece.round));
  const texts = order.evidence.filter((piece) => piece.round === last && piece.text);
  return (
    <Facts
      facts={[
        { name: t('verify.outcome'), value: order.outcome && <b>{t(`outcome.${order.outcome}`)}</b> },
        ...texts.map((piece) => ({
          name: nameOf(piece.kind),
          value: <span lang={wordsLang(locale)}>{piece.text}</span>,
        })),
      ]}
    />
  );
}
