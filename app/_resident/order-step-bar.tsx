import type { Locale } from '@/components/preferences';
import { type BarStep, StepBar } from '@/components/step-bar';
import { maskName } from '@/lib/kernel/text';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { orderSteps } from './order-steps';

/** The three steps of an order in the reader's words; a volunteer's name is theirs and is cut (志愿服务条例 20). */
export function OrderStepBar({ order, locale, t }: { order: OrderDetail; locale: Locale; t: Translate }) {
  const { handler } = order;
  const name = handler && nameIn(locale, handler.name);
  const by = name && handler?.kind === 'volunteer' ? maskName(handler.name.zh) : name;
  const steps = orderSteps({ status: order.status, item: order.item, by });
  if (!steps) return null;
  const told = steps.map(({ key, state, label, values }): BarStep => {
    return { key, state, label: t(`mine.step.${label}`, values) };
  });
  return (
    <StepBar
      steps={told}
      words={{ now: t('common.timeline.now'), past: t('common.timeline.past'), next: t('common.timeline.next') }}
    />
  );
}
