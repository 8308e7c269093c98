import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { Translate } from '../_shell/translate';
import { evidencePlan } from './evidence-plan';
import { Fold } from './fold';
import { pieceNamer } from './piece-names';
import { setsLine } from './sets-line';
import type { TaskSide } from './sides';

const tips = {
  volunteer: ['pair', 'money', 'danger'],
  handle: ['danger'],
} as const satisfies Record<TaskSide, readonly string[]>;

/** What to know before going: the evidence that will be asked for, and how to stay out of trouble. */
export function TaskTips(props: { order: OrderDetail; side: TaskSide; locale: Locale; t: Translate }) {
  const { order, side, locale, t } = props;
  return (
    <Fold title={t('work.tips.title')}>
      <ul className="stack-tight">
        <li>{setsLine(evidencePlan(order.checklist), pieceNamer(order, locale, t), t)}</li>
        {tips[side].map((tip) => (
          <li key={tip}>{t(`work.tips.${tip}`)}</li>
        ))}
      </ul>
    </Fold>
  );
}
