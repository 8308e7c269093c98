import { Notice } from '@/components/notice';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { isOpen } from '@/lib/orders/status';
import type { Translate } from '../_shell/translate';

/** What others must do before this work can be handed in, said before somebody tries: parts, an owed reply. */
export function WaitsFor({ order, t }: { order: OrderDetail; t: Translate }) {
  if (!order.relations.includes('assignee') || order.status !== 'in_progress') return null;
  const open = order.children.filter(({ status }) => isOpen(status));
  return (
    <>
      {open.length > 0 && (
        <Notice kind="wait">
          {t('work.waits.children', { count: open.length, codes: open.map(({ code }) => code).join(' ') })}
        </Notice>
      )}
      {order.waitsFor && <Notice kind="wait">{t('work.waits.letter', { letter: order.waitsFor })}</Notice>}
    </>
  );
}
