import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import type { Locale } from '@/components/preferences';
import { AgainChip } from '../_order/again-chip';
import { OrderNumber } from '../_order/order-number';
import { stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { DueBox } from './due-box';
import type { Task } from './load-task';
import { UrgencyChip } from './urgency-chip';

/** What the order is, where it stands, and until when. */
export function TaskHead({ task, now, locale, t }: { task: Task; now: number; locale: Locale; t: Translate }) {
  const { order, cell } = task;
  return (
    <Card>
      <CardHead
        as="h1"
        title={nameIn(locale, order.itemName)}
        aside={<StateChip state={stateOf(order)} audience="staff" t={t} />}
        meta={
          <>
            <OrderNumber code={order.code} />
            {cell && ` · ${nameIn(locale, cell)}`}
          </>
        }
      />
      <UrgencyChip urgency={order.urgency} t={t} />
      <AgainChip state={stateOf(order)} t={t} />
      <DueBox {...{ order, now, locale, t }} />
    </Card>
  );
}
