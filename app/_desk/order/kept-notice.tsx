import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { ChangesSince } from './order-history';

const typedFields = ['words', 'reason', 'note', 'rightPlace'] as const;
/** The form of each name needs this ability to be shown at all. */
const abilityOf: Record<string, string> = { dispatch: 'assign', ask: 'ask-info' };

/**
 * After a conflict: what changed since the reader's page was drawn. Where the action is no longer open its form is gone,
 * so the typed text stands here to be copied.
 */
export function KeptNotice(props: {
  kept: KeptForm | null;
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { kept, order, now, locale, t } = props;
  if (!kept || kept.form === 'reveal') return null;
  const closed = !order.abilities?.includes(abilityOf[kept.form] ?? kept.form);
  if (!kept.conflict && !closed) return null;
  const typed = typedFields.flatMap((name) => {
    const value = [kept.values[name] ?? ''].flat().join('\n');
    if (!value) return [];
    const isListed = kept.form === 'decline' && name === 'reason';
    return [{ name: t(`desk.kept.${name}`), value: isListed ? t(`declineReason.${value}`) : value }];
  });
  return (
    <div id={closed ? 'errors' : undefined} tabIndex={-1} role="alert" className="notice tone-cinnabar">
      <Icon name="triangle" />
      <div className="notice-body stack-tight">
        <p className="strong">{kept.message}</p>
        {closed && typed.length > 0 && (
          <>
            <p>{t('desk.kept.yours')}</p>
            <Facts facts={typed} />
          </>
        )}
        {kept.conflict && <p>{t('desk.kept.changed')}</p>}
        <ChangesSince order={order} seen={Number(kept.values.seen) || 0} {...{ now, locale, t }} />
      </div>
    </div>
  );
}
