import { Button } from '@/components/button';
import type { Locale } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import type { ClaimStanding } from '@/lib/orders/queries/claim-standing';
import { formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { claimAction } from './task-actions';

interface Reader {
  standing: ClaimStanding;
  now: number;
  locale: Locale;
  t: Translate;
}

/** Why nothing can be claimed now: on the button in few words, in a sentence with the way out. Null where it can. */
export function barOf({ standing, now, locale, t }: Reader): { onButton: string; words: string } | null {
  const { open, limit, restsUntil } = standing;
  if (restsUntil !== null) {
    const when = formatWhen(restsUntil, now, locale);
    return { onButton: t('volunteer.bar.rest_button', { when }), words: t('volunteer.bar.rest', { when }) };
  }
  if (open < limit) return null;
  return { onButton: t('volunteer.bar.full_button', { limit }), words: t('volunteer.bar.full', { limit }) };
}

/** 接单 with one tap; where a rule stands against it, the button says so before anybody taps. */
export function ClaimButton(props: Reader & { order: { code: string; version: number }; item: string }) {
  const { order, item, t } = props;
  const bar = barOf(props);
  if (bar) {
    return (
      <Button type="button" kind="outline" icon="hand" disabled>
        {bar.onButton}
      </Button>
    );
  }
  return (
    <form action={claimAction}>
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="clientId" value={newId()} />
      <Button icon="hand" aria-label={t('volunteer.card.claim_item', { item })}>
        {t('volunteer.card.claim')}
      </Button>
    </form>
  );
}
