import { LinkButton } from '@/components/button';
import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';
import { maySend } from '@/lib/letters/policy';
import { listLetters } from '@/lib/letters/queries/list-letters';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { communityOf } from '@/lib/people/policy';
import { formatDay } from '../_order/when';
import type { StaffContext } from '../_shell/enter';
import { wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { listPath, newPath } from './paths';
import { StateChip } from './state-chip';

interface Props {
  ctx: StaffContext;
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

/** States in which a reply can still keep the work open. */
const before: readonly string[] = ['submitted', 'need_info', 'offered', 'assigned', 'in_progress', 'suspended'];

/** The letters about an order, and the way to write one. Nothing where there is neither. */
export async function OrderLetters({ ctx, order, now, locale, t }: Props) {
  const { items } = await listLetters(ctx, { order: order.code });
  const writes =
    order.cell !== undefined && maySend(ctx.actor, communityOf(order.cell)) && before.includes(order.status);
  if (items.length === 0 && !writes) return null;
  return (
    <section className="card stack" aria-labelledby="order-letters">
      <h2 id="order-letters">{t('letter.title')}</h2>
      {items.map((item) => (
        <p key={item.code} className="stack-tight">
          <a className="alone" href={`${listPath}/${item.code}`} lang={wordsLang(locale)}>
            {item.subject}
          </a>{' '}
          <StateChip {...item} t={t} />{' '}
          <span className="quiet small">
            {item.code} · {t('letter.head.reply_by', { day: formatDay(startOfDay(item.replyBy), now, locale) })}
          </span>
        </p>
      ))}
      {writes && (
        <p>
          <LinkButton kind="outline" icon="plus" href={`${newPath}?order=${order.code}`}>
            {t('letter.of_order')}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
